package io.treehouse.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.vector.FeatureFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Answers requests for figures with their document, or with the table that the caller accepts. Thread-safe. */
final class FigureAnswers {
    private final ObjectMapper json;
    private final Admission work;

    /** @param work admits those whose figures are worked out, and written, at once */
    FigureAnswers(ObjectMapper json, Admission work) {
        this.json = json;
        this.work = work;
    }

    /**
     * Figures.
     *
     * @param document all of them
     * @param table writes them as a table to a file that is not there yet
     */
    record Figures(Object document, BiConsumer<FeatureFormat, Path> table) {}

    /** Works figures out of what was sent. */
    @FunctionalInterface
    interface Source {
        /**
         * Receives a request and works its figures out.
         *
         * @param folder for what is received
         * @param wanted the form of the answer
         */
        Figures figures(RequestFolder folder, FigureForm wanted) throws IOException;
    }

    /**
     * Answers a request.
     *
     * @throws InputProblem if it has parameters
     * @throws ProblemException with status 406 if it accepts no form of figures
     */
    void answer(Context context, Source source) throws IOException {
        context.res().addHeader("Vary", "Accept");
        try (RequestFolder folder = new RequestFolder()) {
            FigureForm wanted = Negotiation.form(context, List.of(FigureForm.values()), FigureForm::mediaType);
            QueryParameter.read(context, List.of());
            Answer answer = work.pass(context.req(), () -> Answer.of(source.figures(folder, wanted), wanted, folder));
            context.contentType(wanted.mediaType());
            if (answer.table().isPresent()) {
                TileHandler.send(context, answer.table().get());
            } else {
                json.writeValue(context.res().getOutputStream(), answer.document());
            }
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    /**
     * What is sent back.
     *
     * @param document all of it
     * @param table the file that it was written to, unless the document itself is wanted
     */
    private record Answer(Object document, Optional<Path> table) {
        static Answer of(Figures figures, FigureForm wanted, RequestFolder folder) {
            return new Answer(figures.document(), wanted.table().map(format -> {
                Path file = folder.resolve("figures." + format.extension());
                figures.table().accept(format, file);
                return file;
            }));
        }
    }
}
