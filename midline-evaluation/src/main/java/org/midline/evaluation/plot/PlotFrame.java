package org.midline.evaluation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What all plots share: white ground, few lines, letters that can be read in print. */
public final class PlotFrame {
    static final Color INK = new Color(0x1C2430);
    static final Color QUIET = new Color(0x5C6673);
    static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private static final Color GRID = new Color(0xE1E5EA);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    private PlotFrame() {}

    /** Whether plots can be drawn here: Java needs a font of the system for the letters. */
    public static boolean hasFonts() {
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return graphics.getFontMetrics(TICK).stringWidth("0") > 0;
        } catch (RuntimeException | Error e) {
            return false;
        } finally {
            graphics.dispose();
        }
    }

    static NumberAxis axis(String label) {
        var axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setAutoRangeIncludesZero(false);
        return styled(axis);
    }

    static <A extends ValueAxis> A styled(A axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(QUIET);
        axis.setTickMarkPaint(QUIET);
        return axis;
    }

    static XYPlot plot(ValueAxis x, ValueAxis y) {
        var plot = new XYPlot(null, x, y, null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
        return plot;
    }

    /** Puts points of one look over what is there already. */
    static void addPoints(XYPlot plot, XYSeries points, SequenceMark mark) {
        var renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, mark.shape());
        renderer.setSeriesPaint(0, mark.veiled());
        renderer.setSeriesOutlinePaint(0, mark.color());
        renderer.setUseOutlinePaint(true);
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, new XYSeriesCollection(points));
        plot.setRenderer(index, renderer);
    }

    /** Points in any order, several of which may be at one place. */
    static XYSeries series(String name) {
        return new XYSeries(name, false, true);
    }

    static Drawing drawing(XYPlot plot, int width, int height) {
        var chart = new JFreeChart(null, LABEL, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 2, 2, 10));
        return Drawing.of(chart, width, height);
    }
}
