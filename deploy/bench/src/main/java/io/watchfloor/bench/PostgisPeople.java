package io.watchfloor.bench;

import io.watchfloor.bench.NearestPeople.Question;
import io.watchfloor.graph.district.District;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The people in PostGIS, each a point and a set of numbers: for every skill whose certificate is valid today, each level
 * up to the one held, and whether they are on duty now. One GiST index holds both, so that the nearest who can go are the
 * first that it gives.
 */
final class PostgisPeople implements AutoCloseable {
    private static final int LEVELS = 10;
    private static final int ON_DUTY = 1;
    private static final int FIRST_SKILL = 100;

    private static final String NEAREST = """
            SELECT id FROM person WHERE able @> ARRAY[?, 1]
            ORDER BY at <-> ST_SetSRID(ST_MakePoint(?, ?), 4326) LIMIT 8
            """;

    private final Path folder;
    private final Connection connection;
    private final PreparedStatement nearest;
    private final Map<String, Integer> skills;
    private final long pid;

    private PostgisPeople(Path folder, Connection connection, Map<String, Integer> skills) throws SQLException {
        this.folder = folder;
        this.connection = connection;
        this.skills = skills;
        this.nearest = connection.prepareStatement(NEAREST);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            this.pid = row.getLong(1);
        }
    }

    /** Starts a server of its own and fills it. */
    static PostgisPeople start(District district) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("watchfloor-postgis");
        int port = BenchSystem.freePort();
        script("start", folder.toString(), Integer.toString(port));
        Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
        Map<String, Integer> skills = new HashMap<>();
        district.skills().forEach(skill -> skills.put(skill.id(), skills.size()));
        fill(connection, district, skills);
        return new PostgisPeople(folder, connection, skills);
    }

    int ask(Question question) throws SQLException {
        nearest.setInt(
                1, number(skills.get(question.need().skillId()), question.need().level()));
        nearest.setDouble(2, question.site().lon());
        nearest.setDouble(3, question.site().lat());
        int found = 0;
        try (ResultSet rows = nearest.executeQuery()) {
            while (rows.next()) {
                found++;
            }
        }
        return found;
    }

    /** The process that answers this connection. */
    long pid() {
        return pid;
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        script("stop", folder.toString());
    }

    private static void fill(Connection connection, District district, Map<String, Integer> skills)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION postgis");
            statement.execute("CREATE EXTENSION intarray");
            statement.execute("CREATE TABLE person (id text, at geometry(Point, 4326), able int[])");
        }
        Map<String, District.Place> places = new HashMap<>();
        district.places().forEach(place -> places.put(place.id(), place));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO person VALUES (?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?)")) {
            for (District.Person person : district.people()) {
                District.Place station = places.get(person.stationPlaceId());
                insert.setString(1, person.id());
                insert.setDouble(2, station.lon());
                insert.setDouble(3, station.lat());
                insert.setArray(4, connection.createArrayOf("int", able(person, skills, district)));
                insert.addBatch();
            }
            int[] ignored = insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX person_near ON person USING gist (at, able gist__intbig_ops)");
            statement.execute("VACUUM ANALYZE person");
        }
    }

    private static Integer[] able(District.Person person, Map<String, Integer> skills, District district) {
        LocalDate today = LocalDate.now(district.zone());
        LocalTime now = LocalTime.now(district.zone());
        List<Integer> able = new ArrayList<>();
        for (District.HeldSkill held : person.skills()) {
            if (!held.certifiedUntil().isBefore(today)) {
                for (int level = 1; level <= held.level(); level++) {
                    able.add(number(skills.get(held.skillId()), level));
                }
            }
        }
        if (person.shifts().stream().anyMatch(shift -> isOn(shift, now))) {
            able.add(ON_DUTY);
        }
        return able.toArray(Integer[]::new);
    }

    /** Shifts of the made-up city are on every day. */
    private static boolean isOn(District.Shift shift, LocalTime now) {
        boolean overnight = !shift.end().isAfter(shift.start());
        boolean begun = !now.isBefore(shift.start());
        boolean running = now.isBefore(shift.end());
        return overnight ? begun || running : begun && running;
    }

    private static int number(int skill, int level) {
        return FIRST_SKILL + skill * LEVELS + level;
    }

    private static void script(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(BenchSystem.projectRoot().resolve("deploy/bench/postgis").toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("PostGIS could not be had: " + command);
        }
    }
}
