"""What every PyTorch module stands on; the nouns themselves are in the files beside this folder.

1. `parameters`: what a module holds, counted or not.
2. `module`: whatever its attributes hold is registered, as PyTorch registers it.
3. `base`: a module that is declared by its arguments and its list of weights.
"""
