package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.GraphPath;
import io.watchfloor.contract.dispatch.GraphPath.Link;
import io.watchfloor.contract.dispatch.GraphPath.Node;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.roster.EquipmentPool;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.SkillTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the ways through the knowledge graph on which it stands that somebody can go, or cannot. */
final class PathWriter {
    private final SkillTree skills;
    private final EquipmentPool equipment;
    private final List<NeedLine> needs;
    private final Moment moment;

    PathWriter(SkillTree skills, EquipmentPool equipment, List<NeedLine> needs, Moment moment) {
        this.skills = skills;
        this.equipment = equipment;
        this.needs = needs;
        this.moment = moment;
    }

    /** For somebody who can go: from them to the incident's type, for each need they meet. */
    List<GraphPath> pathsFor(Member member) {
        List<GraphPath> paths = new ArrayList<>();
        for (NeedLine need : needs) {
            if (need.isMetBy(member, moment.epochDay())) {
                paths.add(toNeed(member, need));
                if (need.equipmentKind() != EquipmentPool.NONE) {
                    paths.add(toEquipment(member, need));
                }
            }
        }
        return List.copyOf(paths);
    }

    /** Against somebody: how far they get towards each need, and what binds them. */
    List<GraphPath> pathsAgainst(Member member, PersonStatus status) {
        List<GraphPath> paths = new ArrayList<>();
        for (NeedLine need : needs) {
            if (need.isHeldBy(member)) {
                paths.add(toNeed(member, need));
            }
        }
        if (status != null && status.availability() == Availability.ASSIGNED) {
            paths.add(new GraphPath(
                    List.of(
                            person(member),
                            new Node("Assignment", status.assignmentId(), status.assignmentId(), status.assignmentId()),
                            new Node("Incident", status.incidentId(), status.incidentId(), status.incidentId())),
                    List.of(new Link("TO", false, "", ""), new Link("OF", true, "", ""))));
        }
        return List.copyOf(paths);
    }

    private GraphPath toNeed(Member member, NeedLine need) {
        int held = need.bestOf(member, moment.epochDay());
        int heldSkill = member.heldSkill(held);
        NeedLine.Way way = need.way(heldSkill);
        List<Node> nodes = new ArrayList<>(List.of(person(member), skill(heldSkill)));
        List<Link> links = new ArrayList<>(List.of(has(member, held)));
        if (way.standsIn()) {
            addStandIn(nodes, links, heldSkill, way.accepted());
        } else {
            addChain(nodes, links, heldSkill, way.accepted());
        }
        String alternativeZh = way.accepted() == need.skill() ? "" : "，可替代 " + skills.nameZh(need.skill());
        String alternativeEn = way.accepted() == need.skill() ? "" : ", instead of " + skills.nameEn(need.skill());
        links.add(new Link(
                "REQUIRES",
                false,
                need.count() + " 人，" + need.level() + " 级" + alternativeZh,
                need.count() + " at level " + need.level() + alternativeEn));
        nodes.add(type(need));
        return new GraphPath(List.copyOf(nodes), List.copyOf(links));
    }

    private void addChain(List<Node> nodes, List<Link> links, int from, int to) {
        List<Integer> chain = skills.chain(from, to);
        for (int skill : chain.subList(Math.min(1, chain.size()), chain.size())) {
            links.add(new Link("IMPLIES", true, "", ""));
            nodes.add(skill(skill));
        }
    }

    /** Up to the substitute, over the substitution, and on to what is accepted. */
    private void addStandIn(List<Node> nodes, List<Link> links, int heldSkill, int accepted) {
        for (SkillTree.Substitute substitute : skills.substitutesFor(accepted)) {
            if (skills.sourcesOf(substitute.skill()).contains(heldSkill)) {
                addChain(nodes, links, heldSkill, substitute.skill());
                links.add(new Link(
                        "STANDS_IN_FOR",
                        true,
                        "较弱，低 " + substitute.levelLoss() + " 级计",
                        "weaker, counts " + substitute.levelLoss() + " lower"));
                nodes.add(skill(accepted));
                return;
            }
        }
    }

    private GraphPath toEquipment(Member member, NeedLine need) {
        District.Equipment unit = equipment
                .unitsFor(member.person(), need.equipmentKind(), skills)
                .get(0);
        String place = member.person().stationPlaceId();
        return new GraphPath(
                List.of(
                        person(member),
                        new Node("Place", place, place, place),
                        new Node("Equipment", unit.id(), unit.nameZh(), unit.nameEn())),
                List.of(new Link("STATIONED_AT", true, "", ""), new Link("KEPT_AT", false, "", "")));
    }

    private Link has(Member member, int held) {
        String zh = member.level(held) + " 级";
        String en = "level " + member.level(held);
        long until = member.certifiedUntil(held);
        if (until == Member.CERTIFICATE_MISSING) {
            return new Link("HAS", true, zh + "，无证书记录", en + ", no certificate on record");
        }
        if (until == Member.NO_CERTIFICATE_NEEDED) {
            return new Link("HAS", true, zh, en);
        }
        LocalDate day = LocalDate.ofEpochDay(until);
        return until < moment.epochDay()
                ? new Link("HAS", true, zh + "，证书 " + day + " 过期", en + ", certificate expired " + day)
                : new Link("HAS", true, zh + "，证书至 " + day, en + ", certified until " + day);
    }

    private static Node person(Member member) {
        District.Person person = member.person();
        return new Node("Person", person.id(), person.nameZh(), person.nameEn());
    }

    private Node skill(int skill) {
        return new Node("Skill", skills.id(skill), skills.nameZh(skill), skills.nameEn(skill));
    }

    private static Node type(NeedLine need) {
        String code = need.incidentType().isEmpty() ? "other" : need.incidentType();
        IncidentType type = IncidentTypes.find(code).orElse(null);
        return new Node("IncidentType", code, type == null ? code : type.zh(), type == null ? code : type.en());
    }
}
