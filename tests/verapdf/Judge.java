import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates the files that standard input names, one a line, each in every flavour given as argument, in one virtual machine. Answers one
 * line a file and flavour, parted by tabs: the flavour, PASS, FAIL or ERROR, the file; below a failure one line a rule that begins with a
 * tab: the clause and the number of its test, how often it failed, what veraPDF says of it.
 */
public final class Judge {
    private static final int MOST_FAILURES_SHOWN = 200;

    public static void main(String[] flavours) throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            for (String flavour : flavours) judge(Path.of(name), flavour);
        }
    }

    private static void judge(Path file, String flavour) {
        StringBuilder answer = new StringBuilder();
        try {
            ValidationResult result = validate(file, PDFAFlavour.byFlavourId(flavour));
            answer.append(line(flavour, result.isCompliant() ? "PASS" : "FAIL", file));
            failures(result).forEach((rule, what) -> answer.append('\t').append(rule).append('\t').append(what).append('\n'));
        } catch (Exception | StackOverflowError error) {
            answer.append(line(flavour, "ERROR", file)).append("\t-\t").append(error).append('\n');
        }
        System.out.print(answer);
        System.out.flush();
    }

    private static ValidationResult validate(Path file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, MOST_FAILURES_SHOWN, false, false, false)) {
            return validator.validate(parser);
        }
    }

    private static Map<String, String> failures(ValidationResult result) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> words = new TreeMap<>();
        List<TestAssertion> assertions = result.getTestAssertions();
        for (TestAssertion one : assertions) {
            if (one.getStatus() != TestAssertion.Status.FAILED) continue;
            String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            words.putIfAbsent(rule, String.valueOf(one.getMessage()).replaceAll("\\s+", " ") + " @ " + one.getLocation().getContext());
        }
        words.replaceAll((rule, what) -> counts.get(rule) + "\t" + what);
        return words;
    }

    private static String line(String flavour, String verdict, Path file) {
        return flavour + "\t" + verdict + "\t" + file + "\n";
    }
}
