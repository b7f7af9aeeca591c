package io.watchfloor.graph;

import io.watchfloor.graph.access.DeviceRegister;
import io.watchfloor.graph.access.KeyRegister;
import io.watchfloor.graph.access.UserRegister;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.archive.IncidentFiling;
import io.watchfloor.graph.audit.AuditLog;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.GraphDispatcher;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.OnceBook;
import io.watchfloor.graph.desk.DutyDesk;
import io.watchfloor.graph.desk.PhotoDesk;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictImport;
import io.watchfloor.graph.district.DistrictReader;
import io.watchfloor.graph.equipment.EquipmentDesk;
import io.watchfloor.graph.plan.AutomaticSending;
import io.watchfloor.graph.plan.StandbyOrders;
import io.watchfloor.graph.road.RoadDesk;
import io.watchfloor.graph.shift.NoticeDesk;
import io.watchfloor.graph.shift.ShiftDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;

/** A connection to the graph, and everything this module does with it. Safe to use from any thread. */
public final class Graph implements AutoCloseable {
    /** How long {@link #isUp} waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a transaction is repeated that a deadlock or a lost connection broke. */
    private static final Duration RETRY = Duration.ofSeconds(8);

    private static final String DEFAULT_USER = "neo4j";

    private final Driver driver;
    private final GraphTransactions transactions;
    private final DistrictReader districts;
    private final Clock clock;

    private Graph(Driver driver, Clock clock) {
        this.driver = driver;
        this.clock = clock;
        this.transactions = new GraphTransactions(driver);
        this.districts = new DistrictReader(transactions);
    }

    /** Opens a connection pool; whether the server answers is found out by the first call. */
    public static Graph open(GraphSettings settings) {
        return open(settings, Clock.systemUTC());
    }

    /** The same for whoever tries again by themselves: what fails is not repeated here for longer than this. */
    public static Graph open(GraphSettings settings, Duration retry) {
        return open(settings, Clock.systemUTC(), retry);
    }

    static Graph open(GraphSettings settings, Clock clock) {
        return open(settings, clock, RETRY);
    }

    static Graph open(GraphSettings settings, Clock clock, Duration retry) {
        Config config = Config.builder()
                .withConnectionTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(
                        settings.connectTimeout().plus(retry).toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(retry.toMillis(), TimeUnit.MILLISECONDS)
                .withLogging(Logging.slf4j())
                .build();
        return new Graph(GraphDatabase.driver(settings.uri(), login(settings), config), clock);
    }

    /**
     * Brings the schema up to date; safe to call from several processes at once.
     *
     * @throws GraphUnavailableException when the server cannot be reached
     */
    public void migrate() {
        new SchemaMigration(driver, transactions).apply();
    }

    /** Whether the server answers now; waits no longer than two seconds. */
    public boolean isUp() {
        CompletableFuture<Void> answer = driver.verifyConnectivityAsync().toCompletableFuture();
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The import of a district. */
    public DistrictImport districtImport() {
        return DistrictImport.on(transactions, equipmentDesk());
    }

    /**
     * The district as it was imported; an empty one (all lists empty) when none was. People and places that the last
     * import did not name are not in it.
     *
     * @throws GraphUnavailableException when it cannot be read
     */
    public District readDistrict() {
        return districts.read();
    }

    /**
     * The stamp of the last complete import, another after each that changed something; empty before the first.
     *
     * @throws GraphUnavailableException when it cannot be read
     */
    public String readDistrictStamp() {
        return districts.readStamp();
    }

    /** A projection of the district with everybody free and at their station. */
    public static DispatchProjection project(District district) {
        return DispatchProjection.of(district);
    }

    /** Where it is decided. */
    public DutyDesk dutyDesk() {
        return dutyDesk(Asked.NOW);
    }

    /** Where it is decided, once for each key. */
    public DutyDesk dutyDesk(Asked asked) {
        return DutyDesk.on(transactions, clock, asked);
    }

    /** Which photos there are. */
    public PhotoDesk photoDesk(Asked asked) {
        return PhotoDesk.on(transactions, clock, asked);
    }

    /**
     * Forgets what was asked for under a key before then; gives how many it forgot.
     *
     * @throws GraphUnavailableException when the graph cannot be reached
     */
    public int forgetAsked(Instant before) {
        return transactions.write(tx -> OnceBook.forget(tx, before));
    }

    /** Which areas send suggested teams by themselves. */
    public AutomaticSending automaticSending() {
        return AutomaticSending.on(transactions, clock);
    }

    /** Whom officers told to wait where cover is thin. */
    public StandbyOrders standbyOrders() {
        return StandbyOrders.on(transactions, clock);
    }

    /** Where it is decided what a vehicle or another piece of equipment is good for. */
    public EquipmentDesk equipmentDesk() {
        return EquipmentDesk.on(transactions, clock);
    }

    /** Where roads are closed and opened. */
    public RoadDesk roadDesk() {
        return RoadDesk.on(transactions, clock);
    }

    /**
     * Answers who could go from the graph alone, for when the district is not in memory: the same people in the same
     * order.
     */
    public GraphDispatcher graphDispatcher(String world) {
        return new GraphDispatcher(transactions, districts, world);
    }

    /** What a shift promises, puts off and hands over. */
    public ShiftDesk shiftDesk() {
        return shiftDesk(Asked.NOW);
    }

    /** As {@link #shiftDesk()}; a note is written once for each key. */
    public ShiftDesk shiftDesk(Asked asked) {
        return ShiftDesk.on(transactions, clock, asked);
    }

    /** Where people in a part of the map are told something. */
    public NoticeDesk noticeDesk(Asked asked) {
        return NoticeDesk.on(transactions, clock, asked);
    }

    /** What is decided and not published yet. */
    public Outbox outbox() {
        return Outbox.on(transactions);
    }

    /** Where what was observed is written. */
    public IncidentFiling incidentFiling() {
        return IncidentFiling.on(transactions, districts, clock);
    }

    /** Where incidents are read back. */
    public IncidentArchive incidentArchive() {
        return IncidentArchive.on(transactions);
    }

    /** Whose phone it is. */
    public DeviceRegister deviceRegister() {
        return DeviceRegister.on(transactions, clock);
    }

    /** Who may sign in. */
    public UserRegister userRegister() {
        return UserRegister.on(transactions, clock);
    }

    /** Which programs may come. */
    public KeyRegister keyRegister() {
        return KeyRegister.on(transactions, clock);
    }

    /** Who decided what, and whether the log of it is whole. */
    public AuditLog auditLog() {
        return AuditLog.on(transactions, clock);
    }

    @Override
    public void close() {
        driver.close();
    }

    private static AuthToken login(GraphSettings settings) {
        return settings.password() == null
                ? AuthTokens.none()
                : AuthTokens.basic(settings.user() == null ? DEFAULT_USER : settings.user(), settings.password());
    }
}
