package io.watchfloor.graph.district;

import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small district as import files: two cells, three places, three people. */
public final class SampleDistrict {
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("district.csv", """
                    id,name_zh,name_en,zone
                    linjiang,临江区,Linjiang,Asia/Shanghai
                    """),
            Map.entry("areas.csv", """
                    id,name_zh,name_en
                    A-1,望江街道,Wangjiang
                    """),
            Map.entry("cells.csv", """
                    id,area_id,name_zh,name_en,ring
                    C-1,A-1,一网格,Grid 1,31.20 121.40;31.20 121.41;31.21 121.41;31.21 121.40
                    C-2,A-1,二网格,Grid 2,31.20 121.41;31.20 121.42;31.21 121.42;31.21 121.41
                    """),
            Map.entry("organizations.csv", """
                    id,name_zh,name_en,kind
                    fire,消防,Fire,department
                    """),
            Map.entry("skills.csv", """
                    id,name_zh,name_en,implies,certified
                    patrol,巡查,Patrol,,false
                    firefighter,消防员,Firefighter,patrol,true
                    """),
            Map.entry("places.csv", """
                    id,name_zh,name_en,kind,cell_id,lat,lon,aliases
                    S-1,第一站,Station 1,station,C-1,31.205,121.405,一站|1号站
                    J-1,路口,,junction,,31.206,121.405,
                    J-2,路口,Junction,junction,C-2,31.206,121.415,
                    """),
            Map.entry("roads.csv", """
                    id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way
                    R-1,人民路,Renmin Road,S-1,J-1,111.5,30,false
                    R-2,,,J-1,J-2,952,50,true
                    """),
            Map.entry("people.csv", """
                    id,name_zh,name_en,organization_id,station_place_id
                    P-1,陈晓明,Chen Xiaoming,fire,S-1
                    P-2,李建国,Li Jianguo,fire,J-1
                    P-3,王芳,Wang Fang,fire,J-2
                    """),
            Map.entry("person_skills.csv", """
                    person_id,skill_id,level,certified_until
                    P-1,firefighter,4,2027-06-30
                    P-1,patrol,2,
                    P-2,patrol,3,
                    """),
            Map.entry("shifts.csv", """
                    person_id,days,start,end
                    P-1,5|1|2,20:00,08:00
                    """),
            Map.entry("requirements.csv", """
                    incident_type,skill_id,level,count,alternatives
                    fire,patrol,3,2,firefighter
                    """));

    private SampleDistrict() {}

    /** Writes its files into the folder. */
    public static void writeTo(Path folder) {
        FILES.forEach((file, text) -> {
            try {
                Files.writeString(folder.resolve(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Puts its cells and one named place straight into the graph, for tests that cannot read its files. */
    public static void putCells(GraphSettings settings) {
        GraphForTests.run(settings, """
                        CREATE (:District {id: 'linjiang', nameZh: '临江区', nameEn: 'Linjiang', zone: 'Asia/Shanghai', stamp: 's'})
                        CREATE (area:Area {id: 'A-1', nameZh: '望江街道', nameEn: 'Wangjiang', active: true, stamp: 's'})
                        WITH area
                        UNWIND [['C-1', 121.40], ['C-2', 121.41]] AS row
                        CREATE (cell:Cell {id: row[0], nameZh: row[0], nameEn: row[0], active: true, stamp: 's',
                          ring: [p IN [[31.20, 0.0], [31.20, 0.01], [31.21, 0.01], [31.21, 0.0]]
                            | point({longitude: row[1] + p[1], latitude: p[0]})]})-[:IN]->(area)
                        """, Map.of());
        GraphForTests.run(settings, """
                        CREATE (:Place {id: 'S-1', nameZh: '第一站', nameEn: 'Station 1', kind: 'station', lat: 31.205,
                          lon: 121.405, aliases: [], active: true, stamp: 's'})
                        """, Map.of());
    }
}
