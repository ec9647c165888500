import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.languagetool.AnalyzedSentence;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.patterns.PatternRuleLoader;

/**
 * Reads texts from standard input, one a line: a number, a tab and the text. Prints what LanguageTool finds, one
 * finding a line: the number, the rule, what is wrong, the words, and their sentence, with tabs between them.
 *
 * <p>usage: java Check RULES
 */
public final class Check {
    private static final Language ENGLISH = Languages.getLanguageForShortCode("en-US");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’./:_%+-]*");

    /** The words that a sentence may have before it is reported, and before it is refused. */
    private static final int REPORTED = 30;

    private static final int GREATEST = 40;

    /** A text whose code is a stand-in: where the code stands, and what it was. */
    private record Plain(String text, List<int[]> code) {
        static Plain of(String text) {
            StringBuilder plain = new StringBuilder();
            List<int[]> code = new ArrayList<>();
            String[] parts = text.split("`", -1);
            for (int index = 0; index < parts.length; index++) {
                int start = plain.length();
                plain.append(index % 2 == 0 ? parts[index] : standIn(parts[index]));
                if (index % 2 == 1) {
                    code.add(new int[] {start, plain.length()});
                }
            }
            return new Plain(plain.toString(), code);
        }

        /** A method or a header keeps its sound, for a and an. */
        private static String standIn(String code) {
            return code.matches("[A-Z][A-Za-z]+") ? code : "Dummy";
        }

        boolean touchesCode(RuleMatch match) {
            return code.stream().anyMatch(it -> match.getFromPos() < it[1] && it[0] < match.getToPos());
        }
    }

    public static void main(String[] args) {
        List<String> texts = input().toList();
        ThreadLocal<JLanguageTool> tools = ThreadLocal.withInitial(() -> tool(args[0]));
        texts.parallelStream().map(text -> findings(tools.get(), text)).forEachOrdered(System.out::print);
    }

    private static JLanguageTool tool(String path) {
        JLanguageTool tool = new JLanguageTool(ENGLISH);
        try (FileInputStream rules = new FileInputStream(path)) {
            new PatternRuleLoader().getRules(rules, path, ENGLISH).forEach(tool::addRule);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return tool;
    }

    private static String findings(JLanguageTool tool, String line) {
        StringBuilder found = new StringBuilder();
        String[] fields = line.split("\t", 2);
        Plain plain = Plain.of(fields[1]);
        try {
            for (RuleMatch match : tool.check(plain.text())) {
                String rule = match.getRule().getId();
                // A stand-in isn't spelled or inflected as its code is. Its sound is the code's.
                String words = plain.text().substring(match.getFromPos(), match.getToPos());
                boolean standIn = plain.touchesCode(match);
                if (rule.equals("EN_A_VS_AN")) {
                    standIn = plain.text().startsWith("Dummy", match.getToPos() + 1);
                }
                if (!standIn) {
                    found.append(finding(fields[0], rule, match.getMessage(), words, match.getSentence().getText()));
                }
            }
            for (AnalyzedSentence sentence : tool.analyzeText(plain.text())) {
                long words = WORD.matcher(sentence.getText()).results().count();
                if (words > REPORTED) {
                    String rule = words > GREATEST ? "LONG_SENTENCE" : "RATHER_LONG_SENTENCE";
                    found.append(finding(fields[0], rule, words + " words in a sentence", "", sentence.getText()));
                }
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return found.toString();
    }

    private static Stream<String> input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
    }

    private static String finding(String number, String rule, String message, String words, String sentence) {
        message = message.replaceAll("</?suggestion>", "`");
        return String.join("\t", number, rule, tidy(message), tidy(words), tidy(sentence)) + "\n";
    }

    private static String tidy(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }
}
