package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.AskedPerson;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Placement;
import java.util.Comparator;

/** Why somebody in particular, or why not, however far they are from being on the list. */
final class AboutPerson {
    private static final Comparator<Arrival> SOONEST_FIRST = Comparator.comparingInt(Arrival::rankMillis)
            .thenComparingInt(arrival -> arrival.member().index());

    private final InMemoryProjection projection;
    private final LiveDistrict live;
    private final Dispatcher.Site site;
    private final Question question;
    private final CandidateWriter writer;
    private final boolean nothingOpen;

    /** {@code question} is about everything that is needed when nothing is open any more. */
    AboutPerson(
            InMemoryProjection projection,
            Dispatcher.Site site,
            Question question,
            CandidateWriter writer,
            boolean nothingOpen) {
        this.projection = projection;
        this.live = projection.live();
        this.site = site;
        this.question = question;
        this.writer = writer;
        this.nothingOpen = nothingOpen;
    }

    AskedPerson answer(Member member) {
        Placement placement = live.crowd().placement(member);
        if (projection.isOutside(site.lat(), site.lon())) {
            return passedOver(writer.unreachable(placement, WayReasons.siteOutside(writer.straightMeters(placement))));
        }
        Arrival arrival = projection.arrival(site, placement, question.moment());
        if (arrival == null) {
            return passedOver(writer.unreachable(placement, writer.withoutRoad(placement)));
        }
        if (nothingOpen) {
            return passedOver(writer.passedOver(arrival, ReasonWriter.nothingOpen()));
        }
        Eligibility eligibility = writer.eligibility();
        boolean canGo = eligibility.metBy(member) != 0
                && eligibility.canGo(member)
                && eligibility.canArrive(member, arrival.millis());
        return canGo
                ? new AskedPerson(writer.recommended(arrival), rank(arrival.charged(eligibility)))
                : passedOver(writer.passedOver(arrival));
    }

    private static AskedPerson passedOver(Candidate person) {
        return new AskedPerson(person, null);
    }

    /** Among everybody who could go. */
    private int rank(Arrival asked) {
        Question everybody = new Question(
                question.errand(),
                question.openNeeds(),
                question.openPlaces(),
                question.leftOutIds(),
                question.moment(),
                live.crowd().size());
        return 1
                + (int) projection.search(everybody, site, 1).chosen().stream()
                        .filter(other -> SOONEST_FIRST.compare(other, asked) < 0)
                        .count();
    }
}
