-- Counts that are over are deleted by when they ended.
CREATE INDEX "DemoLimit_expire_idx" ON "DemoLimit"("expire");
