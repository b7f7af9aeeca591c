package io.watchfloor.contract.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * Who could be sent to an incident.
 *
 * @param incidentId the incident
 * @param computedAt when this was worked out
 * @param needs what the incident requires; never empty: a type without a requirement needs a patrol
 * @param candidates who could go, soonest first
 * @param passedOver who is nearer by road than the last of the candidates and cannot go: nearest first, whoever is off
 *     shift last
 * @param passedOverMore how many more nearer people were passed over than are listed
 * @param shortfalls needs that all candidates together cannot cover; empty when they can
 * @param team who should go together; null when nobody is needed any more, or nobody can be sent there
 * @param otherTeams the other ways to make up the team, as the incident type allows them
 * @param leaves what sending the team leaves thin; empty when nothing
 * @param source {@code memory}, or {@code graph} when the graph was asked because the district was not in memory yet
 * @param outside whether the incident is so far from every road of the district that nobody of it is suggested
 * @param located whether it is known where the incident is; when it is not, who is free and able is listed without times,
 *     the most able first, and no team is suggested
 * @param asked the one person who was asked about; null when nobody was, or nobody such is known
 * @param projectionAsOf up to when what happened is in an answer from memory; null when the graph was asked
 */
public record Candidates(
        String incidentId,
        Instant computedAt,
        List<Need> needs,
        List<Candidate> candidates,
        List<Candidate> passedOver,
        int passedOverMore,
        List<Need> shortfalls,
        Team team,
        List<Team> otherTeams,
        List<Uncovered> leaves,
        String source,
        boolean outside,
        boolean located,
        AskedPerson asked,
        Instant projectionAsOf) {
    /** Where an answer comes from that was worked out in memory. */
    public static final String MEMORY = "memory";

    /** Where an answer comes from that the graph gave. */
    public static final String GRAPH = "graph";

    /** An answer from memory that suggests no team. */
    public Candidates(
            String incidentId,
            Instant computedAt,
            List<Need> needs,
            List<Candidate> candidates,
            List<Candidate> passedOver,
            int passedOverMore,
            List<Need> shortfalls) {
        this(incidentId, computedAt, needs, candidates, passedOver, passedOverMore, shortfalls, false, true);
    }

    private Candidates(
            String incidentId,
            Instant computedAt,
            List<Need> needs,
            List<Candidate> candidates,
            List<Candidate> passedOver,
            int passedOverMore,
            List<Need> shortfalls,
            boolean outside,
            boolean located) {
        this(
                incidentId,
                computedAt,
                needs,
                candidates,
                passedOver,
                passedOverMore,
                shortfalls,
                null,
                List.of(),
                List.of(),
                MEMORY,
                outside,
                located,
                null,
                null);
    }

    /** An answer from memory about an incident outside the district: nobody is suggested. */
    public static Candidates outside(String incidentId, Instant computedAt, List<Need> needs, List<Need> shortfalls) {
        return new Candidates(incidentId, computedAt, needs, List.of(), List.of(), 0, shortfalls, true, true);
    }

    /** An answer from memory about an incident of which it is not known where it is. */
    public static Candidates unlocated(
            String incidentId,
            Instant computedAt,
            List<Need> needs,
            List<Candidate> candidates,
            List<Need> shortfalls) {
        return new Candidates(incidentId, computedAt, needs, candidates, List.of(), 0, shortfalls, false, false);
    }

    /** The same with other candidates, or these in another order. */
    public Candidates withCandidates(List<Candidate> others) {
        return with(others, leaves, source, asked, projectionAsOf);
    }

    /** The same with what sending the team leaves thin. */
    public Candidates withLeaves(List<Uncovered> thin) {
        return with(candidates, thin, source, asked, projectionAsOf);
    }

    /** The same, from elsewhere. */
    public Candidates from(String whence) {
        return with(candidates, leaves, whence, asked, projectionAsOf);
    }

    /** The same, and what can be said about one person. */
    public Candidates about(AskedPerson person) {
        return with(candidates, leaves, source, person, projectionAsOf);
    }

    /** The same, with what has happened up to then. */
    public Candidates asOf(Instant upTo) {
        return with(candidates, leaves, source, asked, upTo);
    }

    private Candidates with(
            List<Candidate> whom, List<Uncovered> thin, String whence, AskedPerson person, Instant upTo) {
        return new Candidates(
                incidentId,
                computedAt,
                needs,
                whom,
                passedOver,
                passedOverMore,
                shortfalls,
                team,
                otherTeams,
                thin,
                whence,
                outside,
                located,
                person,
                upTo);
    }
}
