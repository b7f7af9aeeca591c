package io.watchfloor.text.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up reports out of a {@link Grammar}: one or two things said of a type, and around them what is said of any type, as
 * people write: with and without signs, now and then mistyped. What stands around tells nothing of the type, so that a model
 * learns not to listen to it.
 */
final class SentenceMaker {
    private static final double SECOND_THING = 0.3;
    private static final double OPENING = 0.3;
    private static final double TIME = 0.3;
    private static final double PLACE = 0.45;
    private static final double ASKING = 0.35;
    private static final double MISTYPED = 0.2;
    private static final double CAPITALS = 0.06;

    private final Grammar grammar;
    private final boolean spaced;
    private final Random random;

    /**
     * A maker of sentences.
     *
     * @param spaced whether words are written apart
     */
    SentenceMaker(Grammar grammar, boolean spaced, long seed) {
        this.grammar = grammar;
        this.spaced = spaced;
        this.random = new Random(seed);
    }

    /** As many of each type, labelled by its position among the types; each pattern equally often. */
    List<Example> make(int perType) {
        List<Example> made = new ArrayList<>();
        for (String type : grammar.names()) {
            int label = TypeLabels.TYPES.indexOf(type);
            if (label < 0) {
                throw new BadInputException("the grammar names an unknown type " + type);
            }
            for (int i = 0; i < perType; i++) {
                made.add(new Example(sentence(type, i % grammar.patterns(type)), label));
            }
        }
        Collections.shuffle(made, random);
        return made;
    }

    private String sentence(String type, int pattern) {
        List<String> parts = new ArrayList<>();
        addShared("when", TIME, parts);
        addShared("where", PLACE, parts);
        Collections.shuffle(parts, random);
        if (random.nextDouble() < OPENING) {
            parts.add(0, grammar.drawShared("open", random));
        }
        parts.add(random.nextInt(spaced ? parts.size() + 1 : 1) + (spaced ? 0 : parts.size()), core(type, pattern));
        if (random.nextDouble() < SECOND_THING) {
            parts.add(core(type, random.nextInt(grammar.patterns(type))));
        }
        addShared("ask", ASKING, parts);
        String joined = join(parts);
        if (random.nextDouble() < MISTYPED) {
            joined = mistyped(joined);
        }
        return spaced && random.nextDouble() < CAPITALS ? joined.toUpperCase(Locale.ROOT) : joined;
    }

    private String core(String type, int pattern) {
        return grammar.draw(type, pattern, random).strip();
    }

    private void addShared(String name, double probability, List<String> parts) {
        if (random.nextDouble() < probability) {
            parts.add(grammar.drawShared(name, random));
        }
    }

    private String join(List<String> parts) {
        String[] signs = spaced
                ? new String[] {" ", " ", " ", ", ", ". ", " and ", "! "}
                : new String[] {"", "", "，", "，", "，", "。", " ", "！"};
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (joined.length() > 0) {
                joined.append(signs[random.nextInt(signs.length)]);
            }
            joined.append(part);
        }
        return joined.toString();
    }

    /** One character too few, too many, or in the wrong place. */
    private String mistyped(String text) {
        if (text.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}
