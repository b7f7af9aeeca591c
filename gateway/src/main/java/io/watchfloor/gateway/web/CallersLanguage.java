package io.watchfloor.gateway.web;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prefers whoever speaks what the caller speaks: of those who come within the same minute they are first, and the reason says
 * so. Nobody is passed over for a language, and nothing is said where everybody on the list speaks it.
 */
final class CallersLanguage {
    private static final int SECONDS_PER_MINUTE = 60;

    /** Chinese and English names of the languages that are told apart. */
    private static final Map<String, List<String>> NAMES =
            Map.of("zh", List.of("中文", "Chinese"), "en", List.of("英语", "English"));

    private CallersLanguage() {}

    /** The language of the words a report came with, by their script: {@code zh}, {@code en}, or none that can be told. */
    static Optional<String> of(String words) {
        if (words == null) {
            return Optional.empty();
        }
        long han = words.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                .count();
        long latin = words.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                .count();
        if (han == 0 && latin == 0) {
            return Optional.empty();
        }
        // A Chinese word is one or two characters, an English one about five.
        return Optional.of(3 * han >= latin ? "zh" : "en");
    }

    /** The same candidates, in the order and with the reasons that the language makes. */
    static Candidates prefer(Candidates found, String language) {
        boolean tellsApart = found.candidates().stream().anyMatch(candidate -> !speaks(candidate, language));
        if (!tellsApart) {
            return found;
        }
        List<Candidate> ordered = found.candidates().stream()
                .sorted(Comparator.comparingLong(
                                (Candidate candidate) -> candidate.travelSeconds() / SECONDS_PER_MINUTE)
                        .thenComparing(candidate -> !speaks(candidate, language)))
                .map(candidate -> speaks(candidate, language) ? withReason(candidate, language) : candidate)
                .toList();
        return found.withCandidates(ordered);
    }

    /** A dialect counts: {@code zh-yue} speaks {@code zh}. */
    private static boolean speaks(Candidate candidate, String language) {
        return candidate.languages() != null
                && candidate.languages().stream()
                        .anyMatch(spoken -> spoken.equals(language) || spoken.startsWith(language + "-"));
    }

    private static Candidate withReason(Candidate candidate, String language) {
        List<String> names = NAMES.get(language);
        List<Reason> reasons = new ArrayList<>(candidate.reasons());
        reasons.add(new Reason(
                ReasonCode.SPEAKS, "会说来电人的语言：" + names.get(0), "Speaks the caller's language: " + names.get(1)));
        return new Candidate(
                candidate.personId(),
                candidate.nameZh(),
                candidate.nameEn(),
                candidate.organizationId(),
                candidate.lat(),
                candidate.lon(),
                candidate.positionAgeSeconds(),
                candidate.travelSeconds(),
                candidate.roadMeters(),
                candidate.covers(),
                reasons,
                candidate.paths(),
                candidate.languages());
    }
}
