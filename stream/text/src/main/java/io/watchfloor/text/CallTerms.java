package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that dispatchers and other systems have for what is reported, as 跳楼, "person down" or "MVA" ({@code call-terms.txt}). A
 * model that learnt sentences does not know them, and of most a sentence says something else: they count only where the text is
 * hardly more than such a name.
 */
final class CallTerms {
    /** What says more than this is no name. */
    private static final int LONGEST = 60;

    /** The same with remarks behind the name, as "noise - disturbance (party, etc)". */
    private static final int LONGEST_WITH_REMARK = 100;

    private static final Pattern REMARK = Pattern.compile(" [-–—] |[(（:：;；]");

    /** So much of the letters must belong to names. */
    private static final double LEAST_NAMED = 0.6;

    /** How much likelier what is named is than anything else. */
    private static final float ODDS = 6;

    private static final String BESIDE = "beside";
    private static final int NO_TYPE = -1;

    private final List<IncidentType> types = IncidentTypes.listAll();
    private final PhraseMatcher<Integer> matcher;

    /**
     * @param sections those of {@code call-terms.txt}
     */
    CallTerms(Map<String, List<String>> sections, PhraseBook.Draft book) {
        List<String> codes = types.stream().map(IncidentType::code).toList();
        Map<String, Integer> typeOf = new HashMap<>();
        sections.forEach((section, names) -> {
            int type = section.equals(BESIDE) ? NO_TYPE : codes.indexOf(section);
            if (type == NO_TYPE && !section.equals(BESIDE)) {
                throw new IllegalStateException("call-terms.txt names an unknown type " + section);
            }
            names.forEach(name -> {
                if (typeOf.put(name, type) != null) {
                    throw new IllegalStateException("call-terms.txt says " + name + " twice");
                }
            });
        });
        matcher = new PhraseMatcher<>(typeOf, book);
    }

    /** Where a text is hardly more than a name, makes what it names the likeliest type; gives the name, or nothing. */
    List<String> weigh(float[] probable, String folded, PhraseBook.Found said) {
        if (folded.length() > LONGEST_WITH_REMARK) {
            return List.of();
        }
        PhraseMatcher.Hit<Integer> named = find(folded, matcher.find(said));
        if (named == null) {
            return List.of();
        }
        float others = 0;
        for (int type = 0; type < probable.length; type++) {
            others = type == named.value() ? others : Math.max(others, probable[type]);
        }
        probable[named.value()] = Math.max(probable[named.value()], ODDS * others);
        return List.of(folded.substring(named.begin(), named.end()));
    }

    /** The name that the first part is hardly more than, but an emergency's before all others; else the one that all of it is. */
    private PhraseMatcher.Hit<Integer> find(String folded, List<PhraseMatcher.Hit<Integer>> hits) {
        if (hits.isEmpty()) {
            return null;
        }
        PhraseMatcher.Hit<Integer> named = null;
        Matcher remark = REMARK.matcher(folded);
        int from = 0;
        while (remark.find()) {
            named = firstOrUrgent(named, find(folded, hits, from, remark.start()));
            from = remark.end();
        }
        named = firstOrUrgent(named, find(folded, hits, from, folded.length()));
        return named == null && from > 0 ? find(folded, hits, 0, folded.length()) : named;
    }

    private PhraseMatcher.Hit<Integer> firstOrUrgent(
            PhraseMatcher.Hit<Integer> first, PhraseMatcher.Hit<Integer> next) {
        return first == null || (next != null && isUrgent(next) && !isUrgent(first)) ? next : first;
    }

    private boolean isUrgent(PhraseMatcher.Hit<Integer> named) {
        return types.get(named.value()).grade().isUrgent();
    }

    /** The gravest name there, the longest of those; null where there is none, or it is denied, or more is said. */
    private PhraseMatcher.Hit<Integer> find(String folded, List<PhraseMatcher.Hit<Integer>> hits, int from, int to) {
        PhraseMatcher.Hit<Integer> named = null;
        int covered = 0;
        int upTo = from;
        for (PhraseMatcher.Hit<Integer> hit : hits) {
            if (hit.begin() < from || hit.end() > to) {
                continue;
            }
            covered += letters(folded, Math.max(upTo, hit.begin()), hit.end());
            upTo = hit.end();
            if (hit.value() != NO_TYPE && (named == null || isGraver(hit, named))) {
                named = hit;
            }
        }
        boolean isName = named != null
                && to - from <= LONGEST
                && covered >= LEAST_NAMED * letters(folded, from, to)
                && !Negation.denies(folded, named.begin(), named.end());
        return isName ? named : null;
    }

    private boolean isGraver(PhraseMatcher.Hit<Integer> hit, PhraseMatcher.Hit<Integer> than) {
        int graver =
                types.get(hit.value()).grade().compareTo(types.get(than.value()).grade());
        return graver < 0 || (graver == 0 && hit.end() - hit.begin() > than.end() - than.begin());
    }

    private static int letters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}
