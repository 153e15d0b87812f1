package dev.supporters.settlement.place;

import com.uber.h3core.H3Core;

import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Position;

import jakarta.enterprise.context.ApplicationScoped;

/** The H3 cells by which places are known: hexagons of about a kilometre, as those of zones. */
@ApplicationScoped
public class PlaceCells {

    private final H3Core h3;

    public PlaceCells() {
        h3 = H3Cells.load();
    }

    String cell(Position position) {
        return h3.latLngToCellAddress(position.lat(), position.lng(), H3Cells.RESOLUTION);
    }
}
