-- What only the public demo needs. Readers do not get this file.

-- What readers think of a page. A visitor counts once.
CREATE TABLE "DemoFeedback" (
    "page" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "helpful" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "votedAt" BIGINT NOT NULL,

    PRIMARY KEY ("page", "visitor")
);

-- Votes are deleted by their age.
CREATE INDEX "DemoFeedback_votedAt_idx" ON "DemoFeedback"("votedAt");
