"""What a test expected, and how much of it came true."""
import sys

passed, failed = 0, []


def expect(what, holds):
    """`what` is printed where it does not hold: what was expected, and what came."""
    global passed
    passed += bool(holds)
    if not holds:
        failed.append(what)


def finish():
    """Prints the sum and ends the program: with 1 where anything was not as expected."""
    print("\n".join(failed))
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(bool(failed))
