"""What every PyTorch module stands on; the nouns themselves are in the files beside this folder.

1. `parameters`: what a module holds, counted or not.
2. `module`: whatever its attributes hold is registered, as PyTorch registers it; `module_calls` says how a module is
   run, `module_counts` what it counts.
3. `base`: a module that is declared by its arguments and its list of weights.
"""
