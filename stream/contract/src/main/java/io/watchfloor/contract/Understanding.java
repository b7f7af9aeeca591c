package io.watchfloor.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was read in one report.
 *
 * @param language {@code zh}, {@code en} or {@code und}
 * @param type a code of {@link IncidentTypes}
 * @param typeConfidence 0 to 1; 1 when the feed named the type
 * @param grade how grave it sounds
 * @param mood how it sounds
 * @param wish what is asked for
 * @param evidence the words that decided type and grade
 * @param place null when no known place is named
 * @param otherTypes what else it may be, likeliest first; empty when the feed named the type, and in what older versions
 *     wrote
 */
public record Understanding(
        String language,
        String type,
        double typeConfidence,
        Grade grade,
        Mood mood,
        Wish wish,
        List<String> evidence,
        PlaceMention place,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TypeGuess> otherTypes) {

    public Understanding {
        otherTypes = otherTypes == null ? List.of() : otherTypes;
    }

    /** A reading that leaves no other type open. */
    public Understanding(
            String language,
            String type,
            double typeConfidence,
            Grade grade,
            Mood mood,
            Wish wish,
            List<String> evidence,
            PlaceMention place) {
        this(language, type, typeConfidence, grade, mood, wish, evidence, place, List.of());
    }
}
