"""First stage: a pasted text becomes rows and totals.

The law of this room: nothing is lost and nothing glued. A line with a count is a row of its own; what goes on below it
holds the rest of a word, a shape or a connection, and no more; a number is read whole or not at all. What could not be
read is handed back by its line. Nothing is judged here.

1. `cleaning`: the text as lines, without what a prompt, a comment or a page put around them; a file a kind of damage.
2. `parts_of_a_line`, `table_head` and `continuations`: what a single line says of itself.
3. `formats`: a file a printer; each turns the lines of its tables into rows. `block` is what it is given.
4. `cells` and `drafts`: what stands in a cell becomes a name, a shape or a number, and a draft becomes a row.
5. `totals`, `origin` and `wholeness`: the lines below a table, what probably printed it, and whether it is a part.
6. `reader`: gives each line to the table that it belongs to, or hands it back as unread.

How to add a format: a file in `formats` with its `Format`, its place in `formats.FORMATS`, a small text with its rows
in tests/helpers/pasted.py.
"""
