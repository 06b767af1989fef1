from app.export.article import Article
from app.export.plaintext import blocks, text


def test_the_copy_stands_in_blocks_parted_by_blank_lines(told: Article) -> None:
    made = text(told).decode()

    assert made.startswith("Littoral\n\nÀ Valmorey, le port rouvrira en 2028\n\n")
    assert "\n\nDes quais «\u00a0d’un autre siècle\u00a0»\n\n" in made
    assert made.endswith(f"Avec Agence Sémaphore\n\n{told.address}\n")


def test_each_picture_leaves_its_caption_and_credit(told: Article) -> None:
    assert (
        "[Le quai des Tanneurs avant la crue. (Aurore Vidalenc / Agence Sémaphore)]"
        in text(told).decode()
    )


def test_no_block_holds_markup(told: Article) -> None:
    assert not any("<" in block or "photo:" in block for block in blocks(told))
