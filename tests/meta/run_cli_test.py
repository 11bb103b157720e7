#!/usr/bin/env python3
"""The transcript runner fails where it must and writes what it found where it may."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

RUNNER = pathlib.Path(__file__).resolve().parent.parent / "run_cli.py"

PROGRAM = """#!/bin/sh
case "$1" in
  say) shift; printf '%s\\n' "$@" ;;
  where) pwd ;;
  seed) echo "$GUERDON_TEST_SEED" ;;
  read) cat ;;
  complain) echo "wrong" >&2; exit 3 ;;
  bare) printf 'no end' ;;
  write) echo "$3" > "$2" ;;
esac
"""


class Runner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.program = self.folder / "guerdon"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)

    def play(self, script, *flags):
        self.script = self.folder / "one.cli"
        self.script.write_text(script)
        return subprocess.run([sys.executable, RUNNER, "--program", self.program, *flags, self.script],
                              capture_output=True, text=True)

    def assert_passes(self, script):
        done = self.play(script)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "1 passed, 0 failed\n", ""))

    def assert_fails(self, script, text):
        done = self.play(script)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(text, done.stdout)
        self.assertTrue(done.stdout.endswith("0 passed, 1 failed\n"))

    def test_words_of_the_shell_become_arguments(self):
        self.assert_passes("A.\n--- run say 'a b' c\n--- stdout\na b\nc\n")

    def test_a_line_goes_on_behind_a_backslash(self):
        self.assert_passes("A.\n--- run say a \\\n  b\n--- stdout\na\nb\n")

    def test_an_unstated_stdout_means_empty(self):
        self.assert_fails("A.\n--- run say a\n--- stderr\n--- expect guerdon.yaml\nx\n", "stdout:")

    def test_an_unstated_stderr_means_empty(self):
        self.assert_fails("A.\n--- run complain\n--- exit 3\n--- stdout\nx\n", "+wrong")

    def test_an_unstated_exit_code_means_0(self):
        self.assert_fails("A.\n--- run complain\n--- stderr\nwrong\n", "exit code:")

    def test_a_script_that_states_only_exit_codes_is_refused(self):
        self.assert_fails("A.\n--- run complain\n--- exit 3\n", "states only exit codes")

    def test_a_script_without_a_sentence_is_refused(self):
        self.assert_fails("--- run say a\n--- stdout\na\n", "first line must say")

    def test_an_unknown_directive_is_refused(self):
        self.assert_fails("A.\n--- run say a\n--- stdot\na\n", "`--- stdot` is no directive")

    def test_a_header_of_a_diff_is_text(self):
        self.assert_passes("A.\n--- run say '--- a/x.yaml'\n--- stdout\n--- a/x.yaml\n")

    def test_the_folder_has_a_name(self):
        self.assert_passes("A.\n--- run where\n--- stdout\n{{root}}\n")

    def test_any_text_within_a_line(self):
        self.assert_passes("A.\n--- run say 'took 12 ms' b\n--- stdout\ntook {{*}} ms\nb\n")

    def test_any_text_does_not_reach_over_a_line(self):
        self.assert_fails("A.\n--- run say a b c\n--- stdout\na{{*}}\nc\n", "+b")

    def test_a_missing_newline_counts(self):
        self.assert_fails("A.\n--- run bare\n--- stdout\nno end\n", "no newline")
        self.assert_passes("A.\n--- run bare\n--- stdout\nno end\n\\ no newline\n")

    def test_every_run_has_its_seed(self):
        self.assert_passes("A.\n--- run seed\n--- stdout\n1\n--- run seed\n--- stdout\n2\n")

    def test_stdin_is_given(self):
        self.assert_passes("A.\n--- run read\n--- stdin\nx\n--- stdout\nx\n")

    def test_a_file_is_compared_whole(self):
        self.assert_fails("A.\n--- file a\n1\n2\n--- run say a\n--- stdout\na\n--- expect a\n1\n", "+2")

    def test_a_present_file_is_not_absent(self):
        self.assert_fails("A.\n--- file a\n--- run say a\n--- stdout\na\n--- absent a\n", "is there")

    def test_unchanged_sees_a_written_file(self):
        self.assert_fails("A.\n--- file a\n1\n--- run write a 2\n--- expect a\n2\n--- unchanged\n", "+a")

    def test_a_failing_shell_command_fails(self):
        self.assert_fails("A.\n--- sh exit 4\n--- run say a\n--- stdout\na\n", "gave 4")

    def test_a_path_out_of_the_folder_is_refused(self):
        self.assert_fails("A.\n--- file ../a\n--- run say a\n--- stdout\na\n", "no path inside")

    def test_update_writes_what_was_found(self):
        self.play("A.\n--- run complain\n--- run say b\n--- stdout\na\n--- file c\n", "--update")
        self.assertEqual(self.script.read_text(), "A.\n--- run complain\n--- exit 3\n--- stderr\nwrong\n"
                         "--- run say b\n--- stdout\nb\n--- file c\n")

    def test_update_leaves_what_fits(self):
        script = "A.\n--- run say 'took 12 ms'\n--- exit 0\n--- stdout\ntook {{*}} ms\n--- stderr\n"
        self.play(script, "--update")
        self.assertEqual(self.script.read_text(), script)


if __name__ == "__main__":
    result = unittest.TextTestRunner(stream=sys.stdout).run(unittest.defaultTestLoader.loadTestsFromTestCase(Runner))
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(bad != 0)
