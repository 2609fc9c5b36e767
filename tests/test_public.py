"""The library's front door."""

import subprocess
import sys

import pytest

import dateline


def test_the_public_names_are_sorted_and_each_can_be_had() -> None:
    assert sorted(dateline.__all__) == dateline.__all__
    assert all(getattr(dateline, name) for name in dateline.__all__)
    assert set(dateline.__all__) <= set(dir(dateline))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'decode'"):
        dateline.decode  # noqa: B018


def test_importing_dateline_imports_nothing_heavy() -> None:
    heavy = {"numpy", "onnxruntime", "tokenizers", "rich", "click"}
    program = f"import dateline, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
