import type { Schemas } from '@waypost/api-client';

export type Overview = Schemas['OverviewView'];
export type Attention = Overview['attention'][number];
export type Figures = Overview['figures'];
export type ProjectFigures = Overview['projects'][number];
export type Setup = Overview['setup'];
