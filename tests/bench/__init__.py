"""How fast this is, beside what people use today: `python -m tests.bench`. A module for each thing that is measured."""
