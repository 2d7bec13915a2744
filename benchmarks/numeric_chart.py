"""The chart of `benchmarks/numeric.py`: its last column as lines, its three trainings as bars.

Each contestant has a colour, a marker and dashes of its own, each bar its hatching and its figure.
"""

STYLES = {
    "ours": ("#0072b2", "o", "-"),
    "step alone": ("#0072b2", "D", ":"),
    "Keras on torch": ("#c04d00", "s", "--"),
    "Keras on jax": ("#007a5a", "^", "-."),
    "products alone": ("#555555", "x", ":"),
}
HATCHES = {"ours": "", "Keras on torch": "//", "Keras on jax": ".."}


def chart(path, panels, seconds):
    """Draw times divided by torch's, one panel for each program and number type, and the trainings' seconds.

    panels: {(program, number type): {contestant: {size: ratio}}}. seconds: {contestant: {run: seconds}}.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, places = pyplot.subplot_mosaic([[0, 1], [2, 3], [4, 4]], figsize=(12, 13), height_ratios=[4, 4, 2.4])
    for at, (title, contestants) in enumerate(panels.items()):
        _ratios(places[at], ", ".join(title), contestants)
        places[at].set_ylim(*_limits(panels))
    handles, names = places[0].get_legend_handles_labels()
    figure.legend(handles, names, loc="upper center", ncols=len(names), frameon=False)
    _trainings(places[4], seconds)
    figure.tight_layout(rect=(0, 0, 1, 0.97))
    figure.savefig(path)
    pyplot.close(figure)


def _limits(panels):
    """The same scale for all panels, so that they can be compared."""
    every = [one for each in panels.values() for ratios in each.values() for one in ratios.values()]
    return min(every, default=1) / 1.5, max(every, default=1) * 1.5


def _ratios(axes, title, contestants):
    """One panel: for each contestant a line through its ratios; torch is the line at 1."""
    for name, (colour, marker, dashes) in STYLES.items():
        if contestants.get(name):
            sizes = ["·".join(map(str, size)) for size in contestants[name]]
            axes.plot(sizes, contestants[name].values(), color=colour, marker=marker, linestyle=dashes, label=name)
    axes.axhline(1, color="black", linewidth=1, label="torch = 1")
    axes.set_yscale("log")
    axes.set_yticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    axes.minorticks_off()
    axes.grid(axis="y", color="#d9d9d9")
    axes.tick_params(axis="x", labelrotation=60)
    for label in axes.get_xticklabels():
        label.set(ha="right", rotation_mode="anchor")
    axes.set(title=title, ylabel="time ÷ torch's", xlabel="batch·timesteps·features·units")


def _trainings(axes, seconds):
    """Bars for seed 003's three runs, the figure at the end of each."""
    width = 0.8 / max(len(seconds), 1)
    for number, (name, runs) in enumerate(seconds.items()):
        colour = STYLES[name][0]
        rows = [at + number * width for at in range(len(runs))]
        bars = axes.barh(rows, runs.values(), width, color="white", edgecolor=colour, hatch=HATCHES[name], label=name)
        axes.bar_label(bars, [f"{name} {value:.3f} s" for value in runs.values()], padding=4)
    axes.set_yticks(
        [at + 0.8 / 2 - width / 2 for at in range(3)], list(next(iter(seconds.values()), {"": 0, " ": 0, "  ": 0}))
    )
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xticks([0.1, 1, 10], ["0.1", "1", "10"])
    axes.minorticks_off()
    axes.set(title="seed 003's three runs", xlabel="seconds")
    axes.set_xlim(right=axes.get_xlim()[1] * 3)  # room for the figures
