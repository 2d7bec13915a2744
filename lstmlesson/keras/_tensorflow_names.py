"""What tf itself has beside tf.keras, name by name: what is inert, what is answered, what went with TensorFlow 1."""

from typing import Any

DTYPES = """
    bfloat16 bool complex64 complex128 float16 float32 float64 half int8 int16 int32 int64 string uint8 uint16 uint32
    uint64 double
""".split()
# Rooms of tf that are Keras' own.
AS_IN_KERAS = "initializers losses metrics optimizers random".split()
# Rooms and names of tf that feed, train or look at the machine. Source: the modules of tf of TensorFlow 2.21.
INERT = """
    audio autodiff autograph bitwise compat config data debugging distribute dtypes errors experimental feature_column
    function io image io initializers lite lookup nest profiler quantization queue ragged raw_ops saved_model sets
    signal sparse strings summary sysconfig test tools tpu train types version xla DType Graph GradientTape Module
    IndexedSlices Operation RaggedTensor RaggedTensorSpec RegisterGradient SparseTensor SparseTensorSpec TensorArray
    TensorArraySpec TensorShape TensorSpec TypeSpec UnconnectedGradients Assert assert_equal assert_greater assert_less
    assert_rank control_dependencies custom_gradient device foldl foldr get_logger get_static_value gradients group
    hessians init_scope load_library load_op_library make_ndarray make_tensor_proto meshgrid name_scope
    no_gradient no_op nondifferentiable_batch_function numpy_function print py_function recompute_grad
    register_tensor_conversion_function scan sequence_mask switch_case timeseries tuple type_spec_from_value unique
    unravel_index variable_creator_scope while_loop cond case estimator app flags logging Session
    placeholder global_variables_initializer set_random_seed disable_v2_behavior enable_eager_execution ConfigProto
    GPUOptions InteractiveSession disable_eager_execution get_default_graph reset_default_graph
    zeros_initializer ones_initializer constant_initializer random_normal_initializer random_uniform_initializer
""".split()
# What TensorFlow 1 had, whose graphs are not followed here, and what does it now.
CELLS = "write keras.layers.RNN(keras.layers.LSTMCell(units)), or keras.layers.LSTM(units)"
GONE = {
    "contrib": CELLS,
    "layers": "write keras.layers, whose layers are called on tensors",
    "get_variable": "write keras.layers, which keep their own weights",
    "nn.rnn_cell": CELLS,
    "nn.dynamic_rnn": CELLS,
    "nn.static_rnn": CELLS,
    "nn.bidirectional_dynamic_rnn": f"{CELLS}, within keras.layers.Bidirectional",
}
# What tf calls Keras' initializers.
INITIALIZERS = {
    "random_normal_initializer": "RandomNormal",
    "random_uniform_initializer": "RandomUniform",
    "truncated_normal_initializer": "TruncatedNormal",
    "constant_initializer": "Constant",
    "zeros_initializer": "Zeros",
    "ones_initializer": "Ones",
}
# Inside these an operation may stand: tf.nn.softmax, tf.math.abs.
WITH_OPERATIONS = "math nn linalg".split()
ANSWERS: dict[str, Any] = {
    "__version__": "2.21.0",
    "config.list_physical_devices": lambda *args: [],
    "config.list_logical_devices": lambda *args: [],
    "config.get_visible_devices": lambda *args: [],
    "config.experimental.list_physical_devices": lambda *args: [],
    "config.experimental.list_logical_devices": lambda *args: [],
    "test.is_gpu_available": lambda *args, **kwargs: False,
    "test.is_built_with_cuda": lambda: False,
    "test.gpu_device_name": lambda: "",
    "executing_eagerly": lambda: True,
    "is_tensor": lambda x: hasattr(x, "shape"),
    "data.AUTOTUNE": -1,
    "data.experimental.AUTOTUNE": -1,
    "newaxis": None,
}


def refuse_what_is_gone(path: str) -> None:
    """Raises: AttributeError for a name of TensorFlow 1, with what does it now."""
    if path in GONE:
        raise AttributeError(f"tf.{path} is TensorFlow 1; {GONE[path]}")
