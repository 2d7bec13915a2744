"""The losses, metrics and optimizers that Keras 3.15.1 knows by a text, such as "mse". A test compares with Keras."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.inert import nearest

OPTIMIZERS = """
    adadelta adafactor adagrad adam adamax adamw ftrl lion lossscaleoptimizer multioptimizer muon nadam
    optimizer optimizermap rmsprop schedulefreeadamw sgd
""".split()
LOSSES = """
    BCE BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy CategoricalFocalCrossentropy
    CategoricalHinge Circle CosineSimilarity Dice Hinge Huber KLD KLDivergence LogCosh Loss LossFunctionWrapper
    MAE MAPE MSE MSLE MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError
    Poisson SparseCategoricalCrossentropy SquaredHinge Tversky bce binary_crossentropy binary_focal_crossentropy
    categorical_crossentropy categorical_focal_crossentropy categorical_hinge circle cosine_similarity ctc dice
    hinge huber kl_divergence kld log_cosh mae mape mean_absolute_error mean_absolute_percentage_error
    mean_squared_error mean_squared_logarithmic_error mse msle poisson sparse_categorical_crossentropy
    squared_hinge tversky
""".split()
# Besides the losses, which are metrics, too, and the four that compile makes into one of them.
METRICS = """
    AUC Accuracy BinaryAccuracy BinaryIoU CategoricalAccuracy ConcordanceCorrelation F1Score FBetaScore
    FalseNegatives FalsePositives IoU LogCoshError Mean MeanIoU MeanMetricWrapper Metric OneHotIoU OneHotMeanIoU
    PearsonCorrelation Precision PrecisionAtRecall R2Score Recall RecallAtPrecision RootMeanSquaredError
    SensitivityAtSpecificity SparseCategoricalAccuracy SparseTopKCategoricalAccuracy SpecificityAtSensitivity
    Sum TopKCategoricalAccuracy TrueNegatives TruePositives accuracy auc binary_accuracy binary_io_u
    categorical_accuracy concordance_correlation f1_score f_beta_score false_negatives false_positives io_u
    log_cosh_error mean mean_io_u mean_metric_wrapper metric one_hot_io_u one_hot_mean_io_u pearson_correlation
    precision precision_at_recall r2_score recall recall_at_precision root_mean_squared_error
    sensitivity_at_specificity sparse_categorical_accuracy sparse_top_k_categorical_accuracy
    specificity_at_sensitivity sum top_k_categorical_accuracy true_negatives true_positives
""".split()
MADE_BY_COMPILE = ["accuracy", "acc", "crossentropy", "ce"]


def check(compiled: dict[str, Any]) -> None:
    """Refuse what Keras refuses when training begins: a loss or a metric that it does not know.

    Raises: ValueError, with the nearest that it knows.
    """
    for field, known in (("loss", LOSSES), *((one, METRICS) for one in ("metrics", "weighted_metrics"))):
        names = [*known, *LOSSES, *MADE_BY_COMPILE] if known is METRICS else known
        for text in texts_in(compiled.get(field)):
            if text not in names:
                raise ValueError(f"compile: {field} {text!r} is not known to Keras{nearest(text, names)}")


def texts_in(given: Any) -> Iterator[str]:
    """Every text in an argument that is a text, a list or a dict, however deep."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict | list | tuple):
        for one in given.values() if isinstance(given, dict) else given:
            yield from texts_in(one)
