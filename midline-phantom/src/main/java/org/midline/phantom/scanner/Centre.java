package org.midline.phantom.scanner;

import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.signal.FieldStrength;

/**
 * A hospital: what its scanners are and how they are used.
 *
 * @param name a short word, in lower case
 */
public record Centre(String name) {
    public static final Centre USUAL = new Centre("usual");

    public FieldStrength drawField(Draw draw) {
        return draw.chance(0.5) ? FieldStrength.TESLA_3 : FieldStrength.TESLA_1_5;
    }

    public Protocol drawProtocol(Sequence sequence, FieldStrength field, Vec3 headCentreLps, Draw draw) {
        return ProtocolDraw.draw(sequence, field, headCentreLps, draw);
    }
}
