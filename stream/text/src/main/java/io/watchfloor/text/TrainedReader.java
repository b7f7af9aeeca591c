package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.text.model.Probabilities;
import io.watchfloor.text.model.TextLanguage;
import io.watchfloor.text.model.TextModels;
import io.watchfloor.text.model.TextReading;
import io.watchfloor.text.phrase.Folding;
import io.watchfloor.text.place.PlaceFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads with a lexicon and trained models: a type the feed named wins, otherwise words and models decide; then the urgency
 * rules, mood, wish and place.
 */
final class TrainedReader implements ReportReader {
    /** Beyond this nobody says anything new, and a hostile text costs no more than an honest one. */
    private static final int MAX_CHARACTERS = 4_000;

    private static final int SHORTEST_CHINESE = 4;
    private static final int SHORTEST_ENGLISH = 12;

    private final TextModels models;
    private final PhraseBook words;
    private final TypeReader types;
    private final Urgency urgency;
    private final MoodReader moods;
    private final WishReader wishes;

    /** The words shipped with this module, and these models. */
    TrainedReader(TextModels models) {
        this.models = checked(models);
        PhraseBook.Draft draft = new PhraseBook.Draft();
        TypeLexicon lexicon = new TypeLexicon(PhraseFile.read("lexicon.txt"), draft);
        this.types = new TypeReader(
                lexicon,
                new EventFirst(PhraseFile.read("events.txt"), draft),
                new CallTerms(PhraseFile.read("call-terms.txt"), draft));
        this.urgency = new Urgency(PhraseFile.read("urgency.txt"), draft);
        this.moods = new MoodReader(PhraseFile.read("moods.txt"), draft);
        this.wishes = new WishReader(PhraseFile.read("wishes.txt"), draft);
        this.words = draft.finish();
    }

    private static TextModels checked(TextModels models) {
        List<String> catalogue =
                IncidentTypes.listAll().stream().map(IncidentType::code).toList();
        if (!models.typeLabels().stream().allMatch(catalogue::equals)) {
            throw new IllegalArgumentException(
                    "the models of types were trained for another catalogue: train them again");
        }
        return models;
    }

    /** Made when first asked for: whoever does not read texts does not load the models. */
    static final class Shipped {
        static final TrainedReader READER = new TrainedReader(TextModels.loadForReports());

        private Shipped() {}
    }

    @Override
    public Understanding read(Report report, PlaceFinder places) {
        String text = shortened(report.text());
        String folded = Folding.fold(text);
        PhraseBook.Found said = words.find(folded);
        TextReading reading = models.read(text);
        Optional<TypeReader.Found> named = named(report.type());
        Map<Urgency.Cue, String> cues = urgency.hear(folded, said);
        TypeReader.Found found = named.orElseGet(() -> types.read(folded, said, cues, learnt(reading, folded)));
        String type = found.type().code();
        Urgency.Raised raised = Urgency.raise(found.type().grade(), type, cues);
        if (named.isEmpty()) {
            raised = Urgency.calm(raised, type, cues, () -> denied(found.evidence(), folded));
        }
        return new Understanding(
                language(reading.language()),
                type,
                found.confidence(),
                raised.grade(),
                moods.read(said, reading),
                wishes.read(said, type, isSpoken(report), !raised.evidence().isEmpty()),
                evidence(found.evidence(), raised),
                place(report, folded, text, places).orElse(null),
                found.others());
    }

    /** What the type rests on, when its caller denies all of it that is more than a character; else null. */
    private static String denied(List<String> words, String folded) {
        String denied = null;
        for (String word : words) {
            int begin = folded.indexOf(word);
            if (word.length() < 2 || begin < 0) {
                continue;
            }
            if (!Negation.denies(folded, begin, begin + word.length())) {
                return null;
            }
            denied = word;
        }
        return denied;
    }

    /** What the model of types says, unless the text is too short for it: then its words alone decide. */
    private static Probabilities learnt(TextReading reading, String folded) {
        int shortest = reading.language() == TextLanguage.ZH ? SHORTEST_CHINESE : SHORTEST_ENGLISH;
        return folded.length() < shortest ? Probabilities.none() : reading.types();
    }

    private static Optional<PlaceMention> place(Report report, String folded, String text, PlaceFinder places) {
        Optional<PlaceMention> inText = places.findFolded(folded, text, report.lat(), report.lon());
        if (report.address() == null) {
            return inText;
        }
        Optional<PlaceMention> inAddress = places.find(shortened(report.address()), report.lat(), report.lon());
        boolean textIsSurer = inText.isPresent()
                && (inAddress.isEmpty()
                        || inText.get().confidence() > inAddress.get().confidence());
        return textIsSurer ? inText : inAddress;
    }

    /** Each word once; one inside another is shown by that. */
    private static List<String> evidence(List<String> words, Urgency.Raised raised) {
        if (words.size() + raised.evidence().size() < 2) {
            return words.isEmpty() ? raised.evidence() : words;
        }
        List<String> all = new ArrayList<>(words);
        all.addAll(raised.evidence());
        List<String> whole = new ArrayList<>(all.size());
        for (String word : all) {
            if (isWhole(word, all) && !whole.contains(word)) {
                whole.add(word);
            }
        }
        return whole;
    }

    private static boolean isWhole(String word, List<String> all) {
        for (String other : all) {
            if (other.length() > word.length() && other.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpoken(Report report) {
        return report.reportKind() != ReportKind.SENSOR && report.reportKind() != ReportKind.CAMERA;
    }

    private static String shortened(String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }

    private static String language(TextLanguage language) {
        return switch (language) {
            case ZH, MIXED -> "zh";
            case EN -> "en";
            case UNKNOWN -> "und";
        };
    }

    private static Optional<TypeReader.Found> named(String code) {
        Optional<IncidentType> type = code == null ? Optional.empty() : IncidentTypes.find(code);
        return type.map(t -> new TypeReader.Found(t, 1, List.of("type=" + t.code()), List.of()));
    }
}
