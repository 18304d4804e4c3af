/** What is measured, in the order of this generator; CO in tenths of mg/m³, the others in µg/m³. */
export const MEASURED = ['pm25', 'pm10', 'so2', 'no2', 'o3', 'co'] as const;
export const [PM25, PM10, SO2, NO2, O3, CO] = [0, 1, 2, 3, 4, 5] as const;

/** How a measure runs through year and day, and how strongly it follows region and city (standard deviation of the log). */
type Course = Readonly<{
  level: number;
  /** Share by which deep winter lies above the mean; negative: summer is higher. */
  winter: number;
  /** Share by which the afternoon lies above the mean. */
  afternoon: number;
  region: number;
  city: number;
}>;

/** PM10 is the coarse part only: PM2.5 is added to it, so that it is never the smaller of the two. */
export const COURSES: readonly Course[] = [
  { level: 29, winter: 0.5, afternoon: -0.12, region: 0.55, city: 0.4 },
  { level: 22, winter: 0.2, afternoon: 0.1, region: 0.45, city: 0.45 },
  { level: 9, winter: 0.35, afternoon: 0.12, region: 0.35, city: 0.55 },
  { level: 25, winter: 0.3, afternoon: -0.28, region: 0.25, city: 0.3 },
  { level: 60, winter: -0.38, afternoon: 0.55, region: 0.2, city: 0.2 },
  { level: 7, winter: 0.25, afternoon: -0.12, region: 0.2, city: 0.25 },
];

/** The factor of season and hour. @param day day of the year; @param label end of the hour */
export function courseAt({ winter, afternoon }: Course, day: number, label: number): number {
  const season = 1 + winter * Math.cos(((day - 15) / 365) * 2 * Math.PI);
  return season * (1 + afternoon * Math.sin(((label - 9) / 24) * 2 * Math.PI));
}

/** How much dirtier than the mean a place is: most in the North China Plain, least on the plateau and in the far south. */
export function dirtAt(lon: number, lat: number): number {
  const plain = Math.exp(-((lon - 115) ** 2 / 60 + (lat - 36.5) ** 2 / 30));
  const plateau = Math.exp(-((lon - 94) ** 2 / 120 + (lat - 31) ** 2 / 30));
  return 0.85 + 0.75 * plain - 0.5 * plateau;
}
