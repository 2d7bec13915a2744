"""First stage: a pasted text becomes rows and totals; nothing is lost, and nothing is judged here.

1. `cleaning`: the text as lines, without what a prompt, a comment or a page put before them.
2. `parts_of_a_line` and `table_head`: what a single line says of itself: a rule, a row, the headings of columns.
3. `boxes`, `ruled`, `modules`: the formats; each turns the lines of its tables into drafts of rows.
4. `cells` and `drafts`: what stands in a cell becomes a name, a shape or a number, and a draft becomes a row.
5. `totals` and `origin`: the lines below a table, and what probably printed it.
6. `reader`: gives each line to the table that it belongs to, or hands it back as unread.

How to add a format: a file that says whether a line belongs to it and makes drafts of its lines, and its line in
`reader`.
"""
