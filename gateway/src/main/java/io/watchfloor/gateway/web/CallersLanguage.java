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
        return found.withCandidates(inOrder(found.candidates(), language).stream()
                .map(candidate -> speaks(candidate, language) ? withReason(candidate, language) : candidate)
                .toList());
    }

    /** Whoever speaks it first among those who stand one after the other and are there in the same minute. */
    private static List<Candidate> inOrder(List<Candidate> candidates, String language) {
        List<Candidate> ordered = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= candidates.size(); next++) {
            if (next == candidates.size() || !isAlike(candidates.get(first), candidates.get(next))) {
                candidates.subList(first, next).stream()
                        .sorted(Comparator.comparing(candidate -> !speaks(candidate, language)))
                        .forEach(ordered::add);
                first = next;
            }
        }
        return ordered;
    }

    /** Whose shift ends soon stands behind others who are there later, and stays there. */
    private static boolean isAlike(Candidate one, Candidate other) {
        return one.travelSeconds() / SECONDS_PER_MINUTE == other.travelSeconds() / SECONDS_PER_MINUTE
                && goesOffSoon(one) == goesOffSoon(other);
    }

    private static boolean goesOffSoon(Candidate candidate) {
        return candidate.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.SHIFT_ENDS_SOON);
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
