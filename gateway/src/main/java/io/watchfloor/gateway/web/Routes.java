package io.watchfloor.gateway.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.access.Guard;
import io.watchfloor.gateway.access.Operations;
import io.watchfloor.gateway.access.Provider;
import io.watchfloor.gateway.alarm.AlarmWatch;
import io.watchfloor.gateway.answer.Failures;
import io.watchfloor.gateway.audit.AuditAnchors;
import io.watchfloor.gateway.desk.DeskClocks;
import io.watchfloor.gateway.desk.DutyClock;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.health.HealthWatch;
import io.watchfloor.gateway.intake.Intake;
import io.watchfloor.gateway.journal.ReportJournal;
import io.watchfloor.gateway.ledger.Ledger;
import io.watchfloor.gateway.ledger.Reconciler;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.photo.PhotoStore;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.plan.AutomaticSender;
import io.watchfloor.gateway.plan.LivePlan;
import io.watchfloor.gateway.plan.PlanSender;
import io.watchfloor.gateway.plan.StandbyTold;
import io.watchfloor.gateway.position.Devices;
import io.watchfloor.gateway.position.PhonesHandler;
import io.watchfloor.gateway.position.Positions;
import io.watchfloor.gateway.push.LiveHub;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.StreamAppender;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Every route there is. Paths and forms are in the OpenAPI document; here is who answers. */
public final class Routes {
    /** Where the API begins. */
    public static final String API = "/api/v1";

    /** How long a request is remembered by its key. */
    public static final Duration ASKED_KEPT_FOR = AskedReader.KEPT_FOR;

    private static final String NOT_API = "/(?!api/|health/|metrics).*";

    private final Vertx vertx;
    private final Services services;

    /** What the handlers work with. */
    public record Services(
            String world,
            AccessHandler door,
            Access access,
            Provider provider,
            AuditAnchors anchors,
            Intake intake,
            Picture picture,
            LiveHub hub,
            GraphCalls graph,
            Runnable districtChanged,
            DutyClock dutyClock,
            DeskClocks clocks,
            HealthWatch health,
            BooleanSupplier pictureWhole,
            PictureHandler pictureHandler,
            RedisLink redis,
            StreamAppender appender,
            GatewayMetrics metrics,
            Clock clock,
            Plans plans,
            Optional<PhotoStore> photos,
            Counted counted) {}

    /** The joint plan, who sends it, and what sends it without being asked. */
    public record Plans(
            Supplier<LivePlan> current,
            PlanSender sender,
            AutomaticSender automatic,
            StandbyTold told,
            Runnable toldChanged) {}

    /** What is counted and compared; the journal is null when none is kept. */
    public record Counted(Ledger ledger, AlarmWatch alarms, ReportJournal journal, Reconciler reconciler) {}

    /** Routes to these services. */
    public Routes(Vertx vertx, Services services) {
        this.vertx = vertx;
        this.services = services;
    }

    /** Builds the router; fails when the OpenAPI document is not sound. */
    public Future<Router> build() {
        return OpenApiDocument.load(vertx).map(this::router);
    }

    private Router router(OpenApiDocument api) {
        IncidentsHandler incidents =
                new IncidentsHandler(services.world(), services.picture(), services.graph(), services.clock());
        AskedReader askedReader = new AskedReader(services.clock());
        AssignmentsHandler assignments = new AssignmentsHandler(
                services.world(),
                services.picture(),
                services.graph(),
                services.dutyClock(),
                services.clocks(),
                askedReader);
        HandoversHandler handovers =
                new HandoversHandler(services.world(), services.picture(), services.graph(), services.clocks());
        CorrectionsHandler corrections = new CorrectionsHandler(services.world(), services.picture(), services.graph());
        AlertsHandler alerts = new AlertsHandler(services.world(), services.picture(), services.graph());
        Positions positions = new Positions(
                services.world(),
                services.picture().people(),
                services.appender(),
                services.metrics(),
                services.clock());
        Devices known = new Devices(services.world(), services.graph(), services.clock());
        PhonesHandler phones = new PhonesHandler(known, positions);
        DevicesHandler devices = new DevicesHandler(services.world(), services.graph(), known);
        PeopleHandler people =
                new PeopleHandler(services.world(), services.picture().people(), positions, services.clock());
        RoadsHandler roads =
                new RoadsHandler(services.world(), services.picture().people(), services.graph(), services.clock());
        EquipmentHandler equipment =
                new EquipmentHandler(services.world(), services.picture().people(), services.graph());
        CoverageHandler coverage = new CoverageHandler(
                services.picture().people(),
                services.graph(),
                services.clock(),
                services.plans().current());
        DistrictHandler district = new DistrictHandler(services.graph(), services.districtChanged());
        ShiftHandler shift = new ShiftHandler(
                services.world(),
                services.picture(),
                services.access().areas(),
                services.graph(),
                askedReader,
                services.clock());
        NoticesHandler notices = new NoticesHandler(
                services.world(),
                services.picture().people(),
                services.access().areas(),
                services.graph(),
                askedReader);
        PhotosHandler photos = new PhotosHandler(
                services.world(),
                services.graph(),
                new IncidentLookup(services.world(), services.picture(), services.graph()),
                askedReader,
                services.photos());
        PlanHandler plan = new PlanHandler(
                services.plans().current(),
                services.plans().sender(),
                services.plans().automatic(),
                new IncidentLookup(services.world(), services.picture(), services.graph()));
        StandbyHandler standby = new StandbyHandler(
                services.plans().told(),
                services.plans().toldChanged(),
                services.picture().people());
        OpenApiHandler document = new OpenApiHandler(api.yaml(), api.json(), api.asyncApi());

        RouterBuilder routes = RouterBuilder.create(vertx, api.contract(), RequestExtractor.withBodyHandler());
        routes.rootHandler(new RequestTimes(services.metrics()))
                .rootHandler(services.door())
                .rootHandler(services.access().guard(new Operations(api.json().toJsonObject())))
                .rootHandler(new BodyReader())
                .rootHandler(services.access().signedRequests())
                .rootHandler(services.access().bodyGuard());

        for (OpenAPIRoute route : routes.getRoutes()) {
            route.addHandler(Guard.only(route.getOperation().getOperationId()));
        }

        // These two check their own requests: lines of JSON, and a protocol that is not HTTP.
        routes.getRoute("postReports").setDoValidation(false).addHandler(new ReportsHandler(services.intake()));
        routes.getRoute("live").setDoValidation(false).addHandler(new LiveHandler(services.hub(), services.access()));

        // A picture is not JSON either way.
        routes.getRoute("addPhoto").setDoValidation(false).addHandler(photos::add);
        answer(routes, "listPhotos", photos::list);
        answer(routes, "getPhoto", photos::get);
        answer(routes, "getSmallPhoto", photos::getSmall);

        // Neither is JSON: a zip, a workbook, a table.
        routes.getRoute("importDistrict").setDoValidation(false).addHandler(district::importTables);
        answer(routes, "exportDistrict", district::export);
        answer(routes, "listClosures", roads::list);
        answer(routes, "closeRoads", roads::close);
        answer(routes, "openRoads", roads::open);
        answer(routes, "listEquipment", equipment::list);
        answer(routes, "setEquipment", equipment::set);
        answer(routes, "getCoverage", coverage::coverage);
        answer(routes, "listWeakPoints", coverage::weakPoints);
        answer(routes, "getIsochrone", coverage::isochrone);
        answer(routes, "askWhatIf", coverage::whatIf);

        // Programs that are not ours: each handler answers as they expect, also to what is wrong.
        for (String operation : List.of("getOsmAnd", "postOsmAnd")) {
            routes.getRoute(operation).setDoValidation(false).addHandler(phones::osmAnd);
        }
        routes.getRoute("postOwnTracks").setDoValidation(false).addHandler(phones::ownTracks);

        signingIn(routes);
        administering(routes);

        answer(routes, "listIncidents", incidents::list);
        answer(routes, "getIncident", incidents::get);
        answer(routes, "listIncidentReports", incidents::listReports);
        answer(routes, "listCandidates", incidents::candidates);
        answer(routes, "acknowledgeIncident", incidents::acknowledge);
        answer(routes, "closeIncident", incidents::close);
        answer(routes, "reopenIncident", incidents::reopen);
        answer(routes, "assignPerson", assignments::assign);
        answer(routes, "joinInPerson", assignments::joinIn);
        answer(routes, "handOverIncident", handovers::handOver);
        answer(routes, "advanceHandover", handovers::advance);
        answer(routes, "retypeIncident", corrections::retype);
        answer(routes, "regradeIncident", corrections::regrade);
        answer(routes, "placeIncident", corrections::place);
        answer(routes, "splitIncident", corrections::split);
        answer(routes, "joinIncident", corrections::join);
        answer(routes, "unjoinIncident", corrections::unjoin);
        answer(routes, "getPlan", plan::get);
        answer(routes, "sendPlannedTeam", plan::send);
        answer(routes, "tellStandby", standby::tell);
        answer(routes, "listAutomaticSending", plan::listAutomatic);
        answer(routes, "setAutomaticSending", plan::setAutomatic);
        answer(routes, "listAlerts", alerts::list);
        answer(routes, "getAlert", alerts::get);
        answer(routes, "listAlertReports", alerts::listReports);
        answer(routes, "snoozeAlert", alerts::snooze);
        answer(routes, "unsnoozeAlert", alerts::unsnooze);
        answer(routes, "sendNotice", notices::send);
        answer(routes, "confirmNotice", notices::confirm);
        answer(routes, "getMeasures", alerts::measures);
        answer(routes, "getShift", shift::standing);
        answer(routes, "noteIncident", shift::note);
        answer(routes, "keepPromise", shift::done);
        answer(routes, "snoozeIncident", shift::snooze);
        answer(routes, "unsnoozeIncident", shift::unsnooze);
        answer(routes, "draftHandover", shift::draft);
        answer(routes, "handOver", shift::handOver);
        answer(routes, "getHandover", shift::get);
        answer(routes, "signHandover", shift::sign);
        answer(routes, "listLabels", new LabelsHandler(services.world(), services.graph())::list);
        answer(routes, "listAssignments", assignments::list);
        answer(routes, "advanceAssignment", assignments::advance);
        answer(routes, "getWay", new WayHandler(services.picture(), services.graph(), services.clock())::get);
        answer(routes, "listPeople", people::list);
        answer(routes, "getPerson", people::get);
        answer(routes, "setAvailability", new AvailabilityHandler(services.world(), services.graph())::set);
        answer(routes, "postPosition", people::postPosition);
        answer(routes, "listDevices", devices::list);
        answer(routes, "registerDevice", devices::register);
        answer(routes, "revokeDevice", devices::revoke);
        answer(routes, "getPicture", services.pictureHandler()::getPicture);
        answer(routes, "getDistrict", services.pictureHandler()::getDistrict);
        answer(routes, "listDeadLetters", new DeadLettersHandler(services.redis())::list);
        LedgerHandler ledger = new LedgerHandler(
                services.counted().ledger(),
                services.counted().alarms(),
                services.counted().journal(),
                services.counted().reconciler(),
                services.clock());
        answer(routes, "getLedger", ledger::get);
        answer(routes, "reconcile", ledger::reconcile);
        answer(routes, "getOpenApiYaml", document::getYaml);
        answer(routes, "getOpenApiJson", document::getJson);
        answer(routes, "getAsyncApiYaml", document::getAsyncApiYaml);
        answer(routes, "getReady", new HealthHandler(vertx, services.health(), services.pictureWhole()));
        answer(routes, "getMetrics", this::metrics);

        Router router = routes.createRouter();
        ConsoleFiles console = new ConsoleFiles(vertx);
        router.routeWithRegex(HttpMethod.GET, NOT_API).handler(console);
        router.routeWithRegex(HttpMethod.HEAD, NOT_API).handler(console);
        router.route().failureHandler(new Failures());
        for (int status : List.of(400, 404, 405, 406, 413, 415, 500)) {
            router.errorHandler(status, new Failures());
        }
        return router;
    }

    private void signingIn(RouterBuilder routes) {
        SessionHandler session = new SessionHandler(services.access());
        AccountHandler account = new AccountHandler(services.access());
        ProviderHandler provider = new ProviderHandler(services.access(), services.provider());
        answer(routes, "getSession", session::get);
        answer(routes, "signIn", session::signIn);
        answer(routes, "signInOnce", session::signInOnce);
        answer(routes, "signOut", session::signOut);
        answer(routes, "beginProviderSignIn", provider::begin);
        answer(routes, "endProviderSignIn", provider::end);
        answer(routes, "beginSecondFactor", account::beginSecondFactor);
        answer(routes, "setUpAccount", account::setUp);
        answer(routes, "openLiveTicket", new LiveTicketHandler(services.access()));
    }

    private void administering(RouterBuilder routes) {
        UsersHandler users = new UsersHandler(services.access());
        ApiKeysHandler keys = new ApiKeysHandler(services.access());
        AuditHandler audit = new AuditHandler(services.world(), services.graph(), services.anchors());
        answer(routes, "listUsers", users::list);
        answer(routes, "createUser", users::create);
        answer(routes, "changeUser", users::change);
        answer(routes, "resetUser", users::reset);
        answer(routes, "listApiKeys", keys::list);
        answer(routes, "createApiKey", keys::create);
        answer(routes, "revokeApiKey", keys::revoke);
        answer(routes, "listAudit", audit::list);
        answer(routes, "verifyAudit", audit::verify);
    }

    private static void answer(RouterBuilder routes, String operation, Handler<RoutingContext> handler) {
        routes.getRoute(operation).addHandler(handler);
    }

    private void metrics(RoutingContext ctx) {
        vertx.executeBlocking(services.metrics()::scrape, false)
                .onFailure(ctx::fail)
                .onSuccess(text -> {
                    ctx.response().putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                    ctx.response().putHeader("Cache-Control", "no-store");
                    if (!ctx.response().closed()) {
                        ctx.response().end(text);
                    }
                });
    }
}
