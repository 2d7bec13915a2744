"""The command line: what it prints, and its three exit statuses."""

import io
import json
import subprocess
import sys

import pytest
import summary_texts

from lstmlesson.command import EXPLAINED, NO_SUMMARY, NOT_TRUE, main

TEXT = summary_texts.texts()["seed_004"]["text"]


def test_a_file_is_explained(tmp_path, capsys):
    (tmp_path / "summary.txt").write_text(TEXT, encoding="utf-8")
    assert main(["explain", str(tmp_path / "summary.txt")]) == EXPLAINED == 0
    assert "4(6·64 + 64·64 + 64) = 18,176" in capsys.readouterr().out


def test_a_wrong_number_gives_status_one(tmp_path, capsys):
    (tmp_path / "summary.txt").write_text(TEXT.replace("18176", "18276"), encoding="utf-8")
    assert main(["explain", str(tmp_path / "summary.txt")]) == NOT_TRUE == 1
    assert "lstm_1: 18,276" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "hello", "a" * 500_001])
def test_what_is_no_summary_gives_status_two(content, tmp_path, capsys):
    (tmp_path / "summary.txt").write_text(content, encoding="utf-8")
    assert main(["explain", str(tmp_path / "summary.txt")]) == NO_SUMMARY == 2
    assert capsys.readouterr().err.startswith("lstmlesson: ")


def test_a_missing_file_gives_status_two(tmp_path, capsys):
    assert main(["explain", str(tmp_path / "none.txt")]) == NO_SUMMARY
    assert "none.txt" in capsys.readouterr().err


def test_bytes_that_are_no_text_are_read_all_the_same(tmp_path, capsys):
    (tmp_path / "summary.txt").write_bytes(b"\xff\xfe\n" + TEXT.encode())
    assert main(["explain", str(tmp_path / "summary.txt")]) == EXPLAINED
    assert "18,176" in capsys.readouterr().out


def test_json_holds_the_rows_and_totals(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["explain", "--json"]) == EXPLAINED
    data = json.loads(capsys.readouterr().out)
    assert [row["count"] for row in data["rows"]] == [18176, 0, 33024, 4160, 4160, 390]
    assert data["rows"][0]["readings"][0] == {
        "declaration": "LSTM(64, return_sequences=True)",
        "input_features": 6,
        "note": "with bias",
    }
    assert data["totals"]["total"] == 59910


def test_the_code_can_be_asked_for(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["explain", "--code"]) == EXPLAINED
    assert "keras.layers.LSTM(64, return_sequences=True)," in capsys.readouterr().out


def test_the_module_runs_as_a_command():
    told = subprocess.run(
        [sys.executable, "-m", "lstmlesson.command", "explain"], input=TEXT, capture_output=True, encoding="utf-8"
    )
    assert told.returncode == 0
    assert "18,176" in told.stdout


def test_code_in_json_is_part_of_the_json(monkeypatch, capsysbinary):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("层 (LSTM)   (None, 8)   384".encode())))
    assert main(["explain", "--json", "--code"]) == EXPLAINED
    data = json.loads(capsysbinary.readouterr().out.decode("utf-8"))
    assert data["rows"][0]["name"] == "层"
    assert any("LSTM(8)" in line for line in data["code"])


def test_no_code_is_written_for_a_table_that_is_accused(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"lstm (LSTM)   (None, 8)   385")))
    assert main(["explain", "--code"]) == 1
    assert "import" not in capsys.readouterr().out


def test_the_explanation_is_written_as_a_page_once(tmp_path, monkeypatch, capsys):
    page = tmp_path / "page.html"
    for status in (EXPLAINED, 2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"lstm (LSTM)   (None, 8)   384")))
        assert main(["explain", "--html", str(page)]) == status
    assert "4(3\u00b78" in page.read_text("utf-8")
    assert "there already" in capsys.readouterr().err


def test_what_powershell_writes_is_read(tmp_path, capsys):
    (tmp_path / "summary.txt").write_bytes("lstm (LSTM)   (None, 8)   384".encode("utf-16"))
    assert main(["explain", str(tmp_path / "summary.txt")]) == EXPLAINED
    assert "384" in capsys.readouterr().out
