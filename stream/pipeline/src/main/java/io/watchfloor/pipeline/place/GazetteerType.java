package io.watchfloor.pipeline.place;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Crossing;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** How Flink writes the names of a district; left to itself it does not see into a list of lists. */
public final class GazetteerType {
    private static final TypeInformation<CellShape> CELL = Types.POJO(
            CellShape.class,
            Map.of(
                    "id", Types.STRING,
                    "areaId", Types.STRING,
                    "nameZh", Types.STRING,
                    "nameEn", Types.STRING,
                    "ring", Types.LIST(Types.LIST(Types.DOUBLE))));

    /** Of every stream and state that holds them. */
    public static final TypeInformation<Gazetteer> INFO = Types.POJO(
            Gazetteer.class,
            Map.of(
                    "stamp",
                    Types.STRING,
                    "zone",
                    Types.STRING,
                    "places",
                    Types.LIST(TypeInformation.of(NamedPlace.class)),
                    "cells",
                    Types.LIST(CELL),
                    "crossings",
                    Types.LIST(TypeInformation.of(Crossing.class))));

    private GazetteerType() {}
}
