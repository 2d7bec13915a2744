"""What a pasted PyTorch program uses besides modules, so that it runs without PyTorch until its model is counted.

1. `tensors`: what a module gives, a shape without numbers; `known_tensors`: what was written down has its numbers;
   `shaped`, `shapes_through`: the shape that a module gives, where it is known; `reparametrised`: weight_norm.
2. `data`: data sets and loaders.
3. `rooms`: torch.optim, torch.utils.data and their like, in every form of import; `answers`: what they answer.
"""
