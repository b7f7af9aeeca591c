package io.watchfloor.gateway.answer;

import io.watchfloor.contract.ReportProblem;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a field, in both languages. Most faults are found by what reads reports and files, with an English
 * sentence for whoever runs the feed; in Chinese they are told by their reason and field.
 */
public final class Faults {
    private static final Sentences SENTENCES = Sentences.read("faults");

    private Faults() {}

    /** The sentence that stands under {@code key}, a reason or a keyword of a schema, about this field. */
    static Words words(String key, String field, String limit) {
        Words about = field == null ? SENTENCES.of("it") : new Words(field, field);
        Words words = SENTENCES.of(key).filled(Map.of("limit", limit == null ? "" : limit));
        return new Words(
                capitalized(words.filled(Map.of("field", about.en())).en()),
                joined(words.filled(Map.of("field", about.zh())).zh()));
    }

    /** Whether there are words for this reason. */
    static boolean isKnown(String reason) {
        return SENTENCES.has(reason);
    }

    static Sentences sentences() {
        return SENTENCES;
    }

    /** The same fault, told in this language, {@code zh} or {@code en}. */
    public static ReportProblem in(String language, ReportProblem fault) {
        boolean asItIs = !"zh".equals(language) || !isKnown(fault.reason());
        return asItIs
                ? fault
                : new ReportProblem(
                        fault.reason(),
                        fault.field(),
                        words(fault.reason(), fault.field(), null).zh());
    }

    /** The same faults, told in this language. */
    public static List<ReportProblem> in(String language, List<ReportProblem> faults) {
        return faults.stream().map(fault -> in(language, fault)).toList();
    }

    private static String capitalized(String sentence) {
        return sentence.startsWith("it ") || sentence.startsWith("the ")
                ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                : sentence;
    }

    /** A blank stands between Chinese and what is not, and none within Chinese. */
    private static String joined(String sentence) {
        return sentence.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
    }
}
