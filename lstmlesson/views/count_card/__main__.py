"""`python -m lstmlesson.views.count_card > notebooks/count_card.html` renews the printed card."""

from lstmlesson.views.count_card.card_page import card

if __name__ == "__main__":
    print(card(), end="")
