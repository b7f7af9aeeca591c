package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is happening outweighs who and where is named beside it. A pupil who lies unconscious is a medical emergency and no
 * matter of education, guards who fight are violence and no matter of the property's management: where a text says of an
 * emergency that it is happening ({@code events.txt}), no slight type is meant. Only short texts are read so: a long letter names
 * much that is not its matter.
 *
 * <p>What is denied, feared, compared, long over or only asked money for is not happening: then nothing is found, and the
 * words and the model of types decide as they would.
 */
final class EventFirst {
    /** An emergency that a text says is happening: its type, as the catalogue's order numbers it, and the words that say so. */
    record Event(int type, String words) {}

    /** So little of its probability a type keeps that cannot be meant. */
    private static final float HARDLY = 0.001f;

    /** Who writes more than this, in Latin letters, complains of much; what happens now is said in fewer. */
    private static final int LONGEST_CALL = 300;

    private static final char FIRST_IDEOGRAPH = 0x2e80;
    private static final int LETTERS_TO_AN_IDEOGRAPH = 3;

    private static final int NO_TYPE = -1;
    private static final String CLAUSE_ENDS = ",.;!?。，；！？、\n";

    /** A phrase and its part in each rule, a bit for each: what it forbids later it does to what follows in its clause. */
    private static final class Phrase {
        private int typeAlone = NO_TYPE;
        private long begins;
        private long ends;
        private long endsAlone;
        private long forbids;
        private long forbidsLater;
        private boolean unreal;
        private boolean past;
        private boolean afterwards;
        private boolean harmless;
    }

    private final List<IncidentType> types = IncidentTypes.listAll();
    private final Map<String, Phrase> phrases = new HashMap<>();
    private final List<Integer> typeOfRule = new ArrayList<>();
    private final PhraseMatcher<Phrase> matcher;

    /**
     * @param sections those of {@code events.txt}
     */
    EventFirst(Map<String, List<String>> sections, PhraseBook.Draft book) {
        List<String> codes = types.stream().map(IncidentType::code).toList();
        sections.forEach((section, entries) -> entries.forEach(entry -> {
            switch (section) {
                case "unreal" -> phrase(entry).unreal = true;
                case "past" -> phrase(entry).past = true;
                case "afterwards" -> phrase(entry).afterwards = true;
                case "harmless" -> phrase(entry).harmless = true;
                default -> addEvent(entry, section, codes, sections);
            }
        }));
        matcher = new PhraseMatcher<>(phrases, book);
    }

    private void addEvent(String entry, String section, List<String> codes, Map<String, List<String>> lists) {
        if (section.startsWith("@")) {
            return;
        }
        int type = codes.indexOf(section);
        if (type < 0) {
            throw new IllegalStateException("events.txt names an unknown type " + section);
        }
        String[] rule = entry.split("!", 2);
        String[] before = rule[0].split("<", 2);
        String[] order = before[0].split(">", 2);
        if (order.length + before.length + rule.length == 3) {
            each(entry, lists, phrase -> phrase.typeAlone = type);
            return;
        }
        long bit = newRule(type);
        each(order[order.length - 1], lists, order.length == 1 ? p -> p.endsAlone |= bit : p -> p.ends |= bit);
        if (order.length > 1) {
            each(order[0], lists, phrase -> phrase.begins |= bit);
        }
        if (before.length > 1) {
            each(before[1], lists, phrase -> phrase.forbidsLater |= bit);
        }
        if (rule.length > 1) {
            each(rule[1], lists, phrase -> phrase.forbids |= bit);
        }
    }

    private long newRule(int type) {
        if (typeOfRule.size() == Long.SIZE) {
            throw new IllegalStateException("events.txt has more than " + Long.SIZE + " rules of several parts");
        }
        typeOfRule.add(type);
        return 1L << (typeOfRule.size() - 1);
    }

    /** Every phrase of {@code a/b+c/@list}. */
    private void each(String alternatives, Map<String, List<String>> lists, Consumer<Phrase> what) {
        List<String> all = List.of("");
        for (String part : alternatives.split("\\+", -1)) {
            List<String> longer = new ArrayList<>();
            for (String one : part.split("/", -1)) {
                for (String word : one.startsWith("@") ? lists.get(one) : List.of(one)) {
                    all.forEach(before -> longer.add(before.isEmpty() ? word : before + joint(word) + word));
                }
            }
            all = longer;
        }
        all.forEach(words -> what.accept(phrase(words)));
    }

    private static String joint(String word) {
        return word.charAt(0) < 0x80 ? " " : "";
    }

    private Phrase phrase(String words) {
        return phrases.computeIfAbsent(words, w -> new Phrase());
    }

    /** Gives the likeliest of the emergencies that are happening what slight types had; gives the words that said so. */
    List<String> weigh(float[] probable, String folded, PhraseBook.Found said) {
        List<Event> events = hear(folded, said);
        if (events.isEmpty() || isLetter(folded)) {
            return List.of();
        }
        int likeliest = events.get(0).type();
        for (Event event : events) {
            likeliest = probable[event.type()] > probable[likeliest] ? event.type() : likeliest;
        }
        for (int type = 0; type < probable.length; type++) {
            if (!types.get(type).grade().isUrgent()) {
                float given = probable[type] * (1 - HARDLY);
                probable[type] -= given;
                probable[likeliest] += given;
            }
        }
        int found = likeliest;
        return events.stream()
                .filter(event -> event.type() == found)
                .map(Event::words)
                .distinct()
                .toList();
    }

    private static boolean isLetter(String folded) {
        int length = 0;
        for (int i = 0; i < folded.length() && length <= LONGEST_CALL; i++) {
            length += folded.charAt(i) < FIRST_IDEOGRAPH ? 1 : LETTERS_TO_AN_IDEOGRAPH;
        }
        return length > LONGEST_CALL;
    }

    /** The emergencies that a text says are happening. */
    List<Event> hear(String folded, PhraseBook.Found said) {
        List<PhraseMatcher.Hit<Phrase>> hits = matcher.findAll(said);
        return hits.isEmpty() ? List.of() : new Reading(folded).events(hits);
    }

    /** What says an event in a clause that has not ended, the rules it ends, and who or what was named last before it, if anything. */
    private record Said(PhraseMatcher.Hit<Phrase> hit, long rules, PhraseMatcher.Hit<Phrase> beginning) {}

    /** One text, clause by clause. */
    private final class Reading {
        private final String folded;
        private final List<Event> events = new ArrayList<>(1);
        private final List<Said> said = new ArrayList<>(2);
        private PhraseMatcher.Hit<Phrase> beginning;
        private long begun;
        private long forbidden;
        private long forbiddenLater;
        private boolean unreal;
        private boolean past;

        Reading(String folded) {
            this.folded = folded;
        }

        List<Event> events(List<PhraseMatcher.Hit<Phrase>> hits) {
            PhraseMatcher.Hit<Phrase> hiding = null;
            int at = 0;
            for (PhraseMatcher.Hit<Phrase> hit : hits) {
                if (hiding != null && hit.isWithin(hiding)) {
                    continue;
                }
                if (endsClause(at, hit.begin())) {
                    closeClause();
                }
                at = hit.begin();
                if (hit.value().afterwards) {
                    return List.of();
                }
                hiding = hit.value().harmless ? hit : hiding;
                take(hit);
            }
            closeClause();
            return events;
        }

        private void take(PhraseMatcher.Hit<Phrase> hit) {
            Phrase phrase = hit.value();
            unreal |= phrase.unreal;
            past |= phrase.past;
            forbidden |= phrase.forbids;
            forbiddenLater |= phrase.forbidsLater;
            long rules = ((phrase.ends & begun) | phrase.endsAlone) & ~forbiddenLater;
            if (!unreal && (phrase.typeAlone != NO_TYPE || rules != 0)) {
                said.add(new Said(hit, rules, beginning));
            }
            if (!isOwner(hit)) {
                begun |= phrase.begins;
                beginning = phrase.begins == 0 ? beginning : hit;
            }
        }

        private void closeClause() {
            for (Said one : said) {
                int type = type(one.hit().value(), one.rules() & ~forbidden);
                if (type != NO_TYPE && !past && !isDenied(one.hit()) && !isDenied(one.beginning())) {
                    events.add(new Event(
                            type, folded.substring(one.hit().begin(), one.hit().end())));
                }
            }
            said.clear();
            beginning = null;
            begun = 0;
            forbidden = 0;
            forbiddenLater = 0;
            unreal = false;
            past = false;
        }

        private int type(Phrase phrase, long rules) {
            return phrase.typeAlone != NO_TYPE || rules == 0
                    ? phrase.typeAlone
                    : typeOfRule.get(Long.numberOfTrailingZeros(rules));
        }

        private boolean isDenied(PhraseMatcher.Hit<Phrase> hit) {
            return hit != null && Negation.denies(folded, hit.begin(), hit.end());
        }

        private boolean isOwner(PhraseMatcher.Hit<Phrase> hit) {
            return folded.startsWith("的", hit.end()) || folded.startsWith("'s", hit.end());
        }

        private boolean endsClause(int from, int to) {
            for (int i = from; i < to; i++) {
                if (CLAUSE_ENDS.indexOf(folded.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
