package io.treehouse.datasets.sheet;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The layout of a contact sheet: a heading, pairs of panels in two columns, the legend below.
 *
 * @param heading first line
 * @param cells the pairs
 * @param legend lines of the legend
 * @param colours colours of the sets
 */
record SheetPage(String heading, List<Cell> cells, List<SheetLegend.Line> legend, SetColours colours) {
    private static final int COLUMNS = 2;
    private static final int MARGIN = 8;
    private static final int LINE = 20;
    private static final int SWATCH_WIDTH = 40;
    private static final int CELL_WIDTH = 2 * TilePanel.SIDE + 2 * MARGIN;

    /**
     * A picture beside its labels.
     *
     * @param caption what it is
     * @param picture the picture
     * @param labels the same with its labels over it
     */
    record Cell(String caption, BufferedImage picture, BufferedImage labels) {}

    BufferedImage draw() {
        int legendTop = rowTop(rows());
        BufferedImage page = new BufferedImage(
                MARGIN + COLUMNS * CELL_WIDTH, legendTop + legend.size() * LINE + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        write(graphics, heading, MARGIN, MARGIN / 2, page.getWidth());
        for (int i = 0; i < cells.size(); i++) {
            draw(graphics, cells.get(i), MARGIN + i % COLUMNS * CELL_WIDTH, rowTop(i / COLUMNS));
        }
        for (int i = 0; i < legend.size(); i++) {
            draw(page, graphics, legend.get(i), legendTop + i * LINE);
        }
        graphics.dispose();
        return page;
    }

    private int rows() {
        return (cells.size() + COLUMNS - 1) / COLUMNS;
    }

    /** Where a row of pairs begins; rows are as high as their highest picture. */
    private int rowTop(int row) {
        int top = LINE + MARGIN;
        for (int above = 0; above < row; above++) {
            top += LINE + MARGIN + pictureHeight(above);
        }
        return top;
    }

    private int pictureHeight(int row) {
        return cells.stream()
                .skip((long) row * COLUMNS)
                .limit(COLUMNS)
                .mapToInt(cell -> cell.picture().getHeight())
                .max()
                .orElse(0);
    }

    private static void draw(Graphics2D graphics, Cell cell, int x, int y) {
        write(graphics, cell.caption(), x, y, CELL_WIDTH - MARGIN);
        graphics.drawImage(cell.picture(), x, y + LINE, null);
        graphics.drawImage(cell.labels(), x + TilePanel.SIDE + MARGIN / 2, y + LINE, null);
    }

    private void draw(BufferedImage page, Graphics2D graphics, SheetLegend.Line line, int y) {
        // The left half as it lies over white, the right half over black: as light and dark ground will look.
        for (int dx = 0; dx < SWATCH_WIDTH; dx++) {
            for (int dy = 2; dy < LINE - 2; dy++) {
                int under = dx < SWATCH_WIDTH / 2 ? 0xFFFFFF : 0x404040;
                page.setRGB(MARGIN + dx, y + dy, colours.over(under, line.classes(), dx, dy));
            }
        }
        write(graphics, line.text(), 2 * MARGIN + SWATCH_WIDTH, y, page.getWidth());
    }

    private static void write(Graphics2D graphics, String text, int x, int y, int width) {
        Shape everywhere = graphics.getClip();
        graphics.clipRect(x, y, width, LINE);
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, x, y + graphics.getFontMetrics().getAscent());
        graphics.setClip(everywhere);
    }
}
