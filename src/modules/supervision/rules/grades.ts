import { fewestShown } from './measured.ts';

export type GradeRow = { readonly unitCode: string; readonly grade: number; readonly n: number };
/** How many gave grade 1, 2, … 5. */
export type Grades = readonly [number, number, number, number, number];

export function gradesOf(rows: readonly GradeRow[]): Grades {
  const count = (grade: number) => rows.filter((row) => row.grade === grade).reduce((sum, { n }) => sum + n, 0);
  return [count(1), count(2), count(3), count(4), count(5)];
}

export type UnitGrades = { readonly unitCode: string; readonly n: number; readonly grades: Grades };

/** Units with enough ratings to say something and too many to point at a person, the least satisfied first. */
export function gradesByUnit(rows: readonly GradeRow[]): UnitGrades[] {
  return [...Map.groupBy(rows, ({ unitCode }) => unitCode)]
    .map(([unitCode, own]) => ({ unitCode, grades: gradesOf(own), n: own.reduce((sum, { n }) => sum + n, 0) }))
    .filter(({ n }) => n >= fewestShown)
    .sort((a, b) => badShare(b) - badShare(a) || b.n - a.n);
}

function badShare({ grades, n }: UnitGrades): number {
  return (grades[0] + grades[1]) / n;
}

/** What applicants wrote may hold a phone or identity number; whoever reads it to learn needs none. */
export function hideNumbers(words: string): string {
  return words.replace(/\d[\d -]{4,}[\dXx]/g, '…');
}
