package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows who is where, free and able, and answers who could be sent. Works on a projection in memory and is safe to call
 * from any thread; it never waits for the graph.
 */
public interface Dispatcher {
    /**
     * Where somebody is needed.
     *
     * @param incidentId the incident
     * @param incidentType a code of {@link io.watchfloor.contract.IncidentTypes}
     * @param lat WGS-84 degrees
     * @param lon WGS-84 degrees
     * @param sentPersonIds people already on it; they cover needs and are not recommended again
     * @param answers who was asked for it before and is not recommended again either, and why
     */
    record Site(
            String incidentId,
            String incidentType,
            double lat,
            double lon,
            List<String> sentPersonIds,
            Map<String, EarlierAnswer> answers) {
        /** One that nobody was asked for in vain. */
        public Site(String incidentId, String incidentType, double lat, double lon, List<String> sentPersonIds) {
            this(incidentId, incidentType, lat, lon, sentPersonIds, Map.of());
        }

        /** Of an incident of which it is not known where it is. */
        public static Site nowhere(
                String incidentId,
                String incidentType,
                List<String> sentPersonIds,
                Map<String, EarlierAnswer> answers) {
            return new Site(incidentId, incidentType, 0, 0, sentPersonIds, answers);
        }

        /** Everybody who is not recommended for it, whether on it or asked in vain. */
        Set<String> leftOut() {
            Set<String> ids = new HashSet<>(sentPersonIds);
            ids.addAll(answers.keySet());
            return ids;
        }
    }

    /**
     * The soonest people by road who cover a need that is still open, each with the reasons, and who is nearer and was
     * passed over, with theirs.
     *
     * @param limit how many candidates at most
     */
    default Candidates candidates(Site site, Instant now, int limit) {
        return candidates(site, now, limit, null);
    }

    /**
     * The same, and what can be said about one person: how they rank among those who could go, or everything that is
     * against them.
     *
     * @param personId who; null for nobody. Nothing is told about somebody unknown.
     */
    Candidates candidates(Site site, Instant now, int limit, String personId);

    /**
     * Who is free and able, for an incident of which it is not known where it is: without times, the most able first.
     *
     * @param nowhere the incident; where it says it is does not count
     * @param limit how many at most
     */
    Candidates unlocated(Site nowhere, Instant now, int limit);

    /**
     * Who could cover what is still open at the site, and how soon: at least the soonest {@code perNeed} people of each
     * need, as far as there are so many.
     *
     * @param perNeed how many people each need should have to choose from
     * @param releasablePersonIds people who are bound by another incident and may be called away from it
     */
    Coverers coverers(Site site, Instant now, int perNeed, Set<String> releasablePersonIds);

    /**
     * Everybody who could cover a type of incident now, wherever it might happen: their ways are 0. For whoever asks where
     * people should stand.
     */
    Coverers able(String incidentType, Instant now);

    /**
     * Whether this point, WGS-84 degrees, is so far from every road of the district that nobody of it is suggested there;
     * never in a district without roads.
     */
    boolean isOutside(double lat, double lon);

    /** What an incident type requires, when these people are on it. */
    List<Need> needs(String incidentType, List<String> sentPersonIds, Instant now);

    /**
     * What a person would take along to an incident of this type when these people are on it already; nothing for somebody
     * unknown.
     */
    Bringing bringing(String incidentType, List<String> sentPersonIds, String personId, Instant now);

    /**
     * What speaks against sending this person to an incident of this type, in words: their skills, their shift, their rest.
     * Whether they are free is not looked at. Nothing for somebody unknown. For an incident of which it is not known where it
     * is.
     */
    List<Reason> objections(String incidentType, String personId, Instant now);

    /** The same at a site, and whether their shift ends before they would be there. */
    List<Reason> objections(Site site, String personId, Instant now);

    /** Whether one of the person's shifts is running. */
    boolean isOnDuty(String personId, Instant now);

    /** The cell this point lies in; null when in none. */
    String cellIdAt(double lat, double lon);
}
