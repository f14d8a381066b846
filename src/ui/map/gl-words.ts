/** MapLibre's own words in Japanese. @param title what the map is, for those who hear it */
export const words = (title: string): Record<string, string> => ({
  'Map.Title': `${title}　矢印キーで動かし、＋と−で大きさを変えます。`,
  'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl キーを押しながら回すと、地図の大きさが変わります',
  'CooperativeGesturesHandler.MacHelpText': '⌘ キーを押しながら回すと、地図の大きさが変わります',
  'CooperativeGesturesHandler.MobileHelpText': '二本の指で地図を動かせます',
})
