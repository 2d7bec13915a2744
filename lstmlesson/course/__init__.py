"""The course as files: where its lessons lie, copies for a learner, and copies without solutions for a class.

The lessons are the notebooks themselves. Their number, question and minutes are read off their first cell, so no list
of lessons stands beside them. No copy is written over a file that is there, and every file is written whole or not
at all (`whole_files`), here and wherever else a command writes.
"""

from lstmlesson.course.colab_form import colab_files
from lstmlesson.course.copies import Copied, copy, original, write
from lstmlesson.course.for_teachers import class_list, teacher_files
from lstmlesson.course.lesson_files import FIRST, Lesson, find, folder, lessons
from lstmlesson.course.newer_version import Updated, outdated, update
from lstmlesson.course.student_copies import student, student_files
from lstmlesson.course.whole_files import write_folder, write_over
from lstmlesson.law.public import offered

__all__ = [
    "FIRST",
    "Copied",
    "Lesson",
    "Updated",
    "class_list",
    "colab_files",
    "copy",
    "find",
    "folder",
    "lessons",
    "original",
    "outdated",
    "student",
    "student_files",
    "teacher_files",
    "update",
    "write",
    "write_folder",
    "write_over",
]

__dir__ = offered(__all__)
