package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.text.place.PlaceFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads with a lexicon: a type the feed named wins, otherwise the words decide; then the urgency rules. */
final class LexiconReader implements ReportReader {
    static final LexiconReader SHARED = new LexiconReader(
            new TypeLexicon(PhraseFile.read("lexicon.txt")), new Urgency(PhraseFile.read("urgency.txt")));

    /** Beyond this nobody says anything new, and a hostile text costs no more than an honest one. */
    private static final int MAX_CHARACTERS = 4_000;

    private final TypeLexicon types;
    private final Urgency urgency;

    LexiconReader(TypeLexicon types, Urgency urgency) {
        this.types = types;
        this.urgency = urgency;
    }

    @Override
    public Understanding read(Report report, PlaceFinder places) {
        String text = report.text() == null ? "" : report.text();
        String folded = PhraseMatcher.fold(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
        TypeLexicon.Found found = named(report.type()).orElseGet(() -> types.find(folded));
        Urgency.Raised raised = urgency.raise(found.type().grade(), found.type().code(), folded);
        List<String> evidence = new ArrayList<>(found.evidence());
        raised.evidence().stream().filter(word -> !evidence.contains(word)).forEach(evidence::add);
        return new Understanding(
                language(folded),
                found.type().code(),
                found.confidence(),
                raised.grade(),
                Mood.NEUTRAL,
                Wish.NONE,
                List.copyOf(evidence),
                places.find(text, report.lat(), report.lon()).orElse(null));
    }

    private static String language(String folded) {
        if (folded.chars().anyMatch(c -> c >= 0x3400 && c <= 0x9fff)) {
            return "zh";
        }
        return folded.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? "en" : "und";
    }

    private static Optional<TypeLexicon.Found> named(String code) {
        Optional<IncidentType> type = code == null ? Optional.empty() : IncidentTypes.find(code);
        return type.map(t -> new TypeLexicon.Found(t, 1, List.of("type=" + t.code())));
    }
}
