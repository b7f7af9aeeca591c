package io.watchfloor.text;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.text.model.Labels;
import io.watchfloor.text.model.Probabilities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the trained models' answers say for the types of the catalogue; {@code subjects.txt} holds the shares. */
final class SubjectTypes {
    private record Share(int type, float share) {}

    private final List<List<Share>> bySubject;
    private final List<IncidentType> types;
    private final Map<String, Integer> orderOfType = new HashMap<>();

    SubjectTypes(Map<String, List<String>> typesOfSubjects, List<IncidentType> types) {
        this.types = types;
        types.forEach(type -> orderOfType.put(type.code(), orderOfType.size()));
        bySubject = Labels.CATEGORIES.stream()
                .map(subject ->
                        typesOfSubjects.get(subject).stream().map(this::share).toList())
                .toList();
    }

    /** The likeliest subjects' types get what is added, by share. */
    void add(Probabilities subjects, float weight, TypeEvidence evidence) {
        for (int subject = 0; subject < bySubject.size(); subject++) {
            float probability = (float) subjects.at(subject) * weight;
            for (Share share : bySubject.get(subject)) {
                evidence.addPrior(share.type(), share.share() * probability);
            }
        }
    }

    /** A text that tells of a disaster is rather about a type of the two gravest grades that its words speak for. */
    void addDisaster(float weight, TypeEvidence evidence) {
        for (int type = 0; type < types.size(); type++) {
            if (types.get(type).grade().compareTo(Grade.II) <= 0 && evidence.weight(type) > 0) {
                evidence.addPrior(type, weight);
            }
        }
    }

    /** A model that answers with types themselves. */
    void addTypes(Probabilities learnt, float weight, TypeEvidence evidence) {
        for (int i = 0; i < learnt.labels().size(); i++) {
            Integer type = orderOfType.get(learnt.labels().get(i));
            if (type != null) {
                evidence.addPrior(type, (float) learnt.at(i) * weight);
            }
        }
    }

    /** An entry is a type's code and its share, as in {@code labour 0.9}. */
    private Share share(String entry) {
        int space = entry.indexOf(' ');
        return new Share(orderOfType.get(entry.substring(0, space)), Float.parseFloat(entry.substring(space + 1)));
    }
}
