package org.midline.phantom.sheet;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.SyntheticPatient;

/**
 * A picture with a row per patient: for each of T1C, T2 and FLAIR the axial, sagittal and coronal plane through the
 * tumour (or the middle of the image), the truth outlined, a caption above that says SYNTHETIC. Planes are those of
 * the patient, whatever the slices were.
 *
 * <p>Only the drawn rows are kept, not the patients. Rows may be added from several threads: give each its place.
 */
public final class ContactSheet {
    private static final Plane[] PLANES = Plane.values();

    private final SheetView view;
    private final double mmPerPixel;
    private final int side;
    private final Map<Integer, BufferedImage> rows = new TreeMap<>();

    /** @param mmPerPixel 1 for a picture of 224 pixels per plane */
    public ContactSheet(double mmPerPixel) {
        this(mmPerPixel, SheetView.WHOLE_HEAD);
    }

    public ContactSheet(double mmPerPixel, SheetView view) {
        if (!(mmPerPixel >= 0.2 && mmPerPixel <= 4)) {
            throw new IllegalArgumentException("%s mm per pixel: expected 0.2 to 4".formatted(mmPerPixel));
        }
        this.mmPerPixel = mmPerPixel;
        this.view = view;
        side = (int) Math.round(view.sideMm() / mmPerPixel);
    }

    /** Adds a patient below those that are there. */
    public void addRow(SyntheticPatient patient) {
        addRow(SheetPatient.of(patient));
    }

    /** Adds a patient below those that are there. */
    public void addRow(SheetPatient patient) {
        BufferedImage drawn = draw(patient);
        synchronized (rows) {
            int last = rows.keySet().stream().mapToInt(row -> row).max().orElse(-1);
            rows.put(last + 1, drawn);
        }
    }

    /** Puts a patient at a place from 0 at the top; places left out take no room. Drawing happens in the caller. */
    public void setRow(int row, SyntheticPatient patient) {
        setRow(row, SheetPatient.of(patient));
    }

    /** Puts a patient at a place from 0 at the top; places left out take no room. Drawing happens in the caller. */
    public void setRow(int row, SheetPatient patient) {
        BufferedImage drawn = draw(patient);
        synchronized (rows) {
            rows.put(row, drawn);
        }
    }

    /**
     * The sheet so far.
     *
     * @throws IllegalStateException if there is no row yet
     */
    public BufferedImage image() {
        synchronized (rows) {
            if (rows.isEmpty()) {
                throw new IllegalStateException("A contact sheet needs at least one patient");
            }
            var sheet = new BufferedImage(width(), rows.size() * rowHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = sheet.createGraphics();
            int top = 0;
            for (BufferedImage row : rows.values()) {
                graphics.drawImage(row, 0, top, null);
                top += rowHeight();
            }
            graphics.dispose();
            return sheet;
        }
    }

    /**
     * Writes the sheet so far.
     *
     * @param file ends in .png, .jpg or .jpeg
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        PictureFile.write(file, image());
    }

    private int width() {
        return PLANES.length * Sequence.values().length * side;
    }

    private int rowHeight() {
        return Caption.HEIGHT + side;
    }

    private BufferedImage draw(SheetPatient patient) {
        var row = new BufferedImage(width(), rowHeight(), BufferedImage.TYPE_INT_RGB);
        Vec3 through = focus(patient);
        int left = 0;
        for (Sequence sequence : Sequence.values()) {
            SheetImage image = patient.images().get(sequence);
            if (image != null) {
                drawPlanes(image, row, left, through);
            }
            left += PLANES.length * side;
        }
        Caption.draw(row, patient.caption());
        return row;
    }

    private void drawPlanes(SheetImage image, BufferedImage row, int left, Vec3 through) {
        var picture = new PlanePicture(image, side, mmPerPixel);
        Vec3 middle = view == SheetView.WHOLE_HEAD ? image.image().grid().centreLps() : through;
        for (int p = 0; p < PLANES.length; p++) {
            picture.draw(row, left + p * side, Caption.HEIGHT, PLANES[p], PLANES[p].nearest(through, middle));
        }
    }

    /** The centre of the tumour, or of the first image where there is none. */
    private static Vec3 focus(SheetPatient patient) {
        SheetImage first = patient.images().values().iterator().next();
        for (SheetImage image : patient.images().values()) {
            if (!image.gtv().isEmpty()) {
                return image.gtv().centroidLps();
            }
        }
        return first.image().grid().centreLps();
    }
}
