"""Layers meet: a model is some layers, the calls between them, and the rule that a shared layer counts once.

`Sequential` is a chain; `Model` is whatever leads from inputs to outputs. Both are layers themselves, so a model
can stand inside a model. Their rows and their summary are read off the layers' lists of weights.

What a pasted program does with a model besides (compile, fit, predict, save) lets it run and gives no result.
"""

from lstmlesson.law.public import offered
from lstmlesson.layers.basic import Input
from lstmlesson.models.files import clone_model, load_model, model_from_json, save_model
from lstmlesson.models.model import Model
from lstmlesson.models.sequential import Sequential

__all__ = ["Input", "Model", "Sequential", "clone_model", "load_model", "model_from_json", "save_model"]

__dir__ = offered(__all__)
